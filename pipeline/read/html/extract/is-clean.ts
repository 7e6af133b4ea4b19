import type { Element, Root } from 'hast'
import { linked } from '../markup/quotations.js'
import { attributeOf, countWords, elementsIn, isNamed, namesOf, wordsOf } from '../nodes.js'
import { isWhole } from './document.js'

const around = /^(?:navigation|banner|contentinfo|search|complementary)$/
const named =
  /(?:^|[\s_-])(?:sidebar|widgets?|site-header|site-footer|masthead|menu|navbar|topbar|breadcrumbs?|comments?|related|relatedposts|footer|cookie|newsletter|subscribe|share|social)(?=[\s_-]|$)/

/**
 * Whether a text is an article and nothing else, as a fragment is, or a page of a word processor, pandoc or Notion: it
 * needs no extraction, which would cost words.
 *
 * @param isPage whether it was written as a page, of which more is asked
 */
export function isClean(body: Root, isPage: boolean): boolean {
  const words = countWords(wordsOf(body))
  for (const node of elementsIn(body)) {
    if (isAround(node, isPage)) return false
    // What its page says is the article is not all of it.
    if (isPage && isNamed(node, 'article', 'main') && countWords(wordsOf(node)) < words * 0.97) return false
  }
  return linked(body) < (isPage ? 0.3 : 0.5)
}

function isAround(node: Element, isPage: boolean): boolean {
  if (isPage && isNamed(node, 'table') && !isWhole(node)) return true
  if (isNamed(node, 'nav')) return linked(node) > 0.3
  if (isNamed(node, 'form')) return wordsOf(node).length < 500 && attributeOf(node, 'action') !== ''
  if (around.test(attributeOf(node, 'role'))) return true
  if (isNamed(node, 'footer', 'header'))
    return [...elementsIn(node)].filter(at => isNamed(at, 'a')).length > 4
  if (!isNamed(node, 'div', 'aside', 'section', 'ul') || !named.test(namesOf(node)) || wordsOf(node) === '')
    return false
  return isPage || linked(node) > 0.5
}
