import type { Element, ElementContent, Root } from 'hast'
import {
  attributeOf,
  childElements,
  elementsIn,
  firstIn,
  isNamed,
  isUnseen,
  namesOf,
  rewrite,
  standIn,
  wordsOf,
} from '../nodes.js'

const pulled = /(?:^|[\s_-])(?:pull-?quotes?|wp-block-pullquote|quote-pull|pullout)(?:[\s_-]|$)/
const attributed =
  /(?:^|[\s_-])(?:attribution|quote-author|quote-source|source|author|cite|byline|quote__author)(?:[\s_-]|$)/

/** Quotations with who is quoted, pull quotes, and the asides of a text as callouts. */
export function settleQuotations(body: Root): void {
  rewrite(body, (node, ancestors) => {
    const names = namesOf(node)
    if (pulled.test(names) && isNamed(node, 'aside', 'blockquote', 'div', 'figure', 'p', 'section')) {
      return ancestors.some(at => pulled.test(namesOf(at))) ? undefined : [pullquote(node)]
    }
    if (isNamed(node, 'figure')) return quotedFigure(node)
    if (isNamed(node, 'blockquote')) {
      node.children = withAttribution(node.children)
      return undefined
    }
    return undefined
  })
}

function pullquote(node: Element): Element {
  const quotation = firstIn(node, at => isNamed(at, 'blockquote'))
  const after = childElements(node).filter(at => isNamed(at, 'figcaption', 'cite', 'footer'))
  const said = quotation ? [...quotation.children, ...after] : node.children
  return standIn(node, 'tf-pullquote', {}, withAttribution(said))
}

/** HTML's own way to say who is quoted: a figure of a quotation and its caption. */
function quotedFigure(figure: Element): ElementContent[] | undefined {
  const quotation = childElements(figure).find(child => isNamed(child, 'blockquote'))
  if (!quotation || firstIn(figure, at => isNamed(at, 'img', 'tf-embed'))) return undefined
  const captions = childElements(figure).filter(child => isNamed(child, 'figcaption'))
  const attributions = captions.map(caption => attribution(caption, caption.children))
  return [{ ...quotation, children: [...quotation.children, ...attributions] }]
}

const attribution = (from: Element, children: ElementContent[]) =>
  standIn(from, 'tf-attribution', {}, children)

/** The last element of a quotation that says who is quoted, as its attribution. */
function withAttribution(children: ElementContent[]): ElementContent[] {
  const seen = children.filter(child => !isUnseen(child))
  const last = seen.at(-1)
  if (last?.type !== 'element' || seen.length < 2) return children
  const rest = children.slice(0, children.indexOf(last))
  if (isNamed(last, 'cite', 'footer', 'figcaption')) return [...rest, attribution(last, last.children)]
  const inner = last.children.filter(child => !isUnseen(child))
  const [only] = inner
  if (isNamed(last, 'p', 'div') && inner.length === 1 && isNamed(only, 'cite'))
    return [...rest, attribution(last, only.children)]
  if (
    isNamed(last, 'p', 'div', 'span', 'small') &&
    attributed.test(namesOf(last)) &&
    wordsOf(last).length < 200
  )
    return [...rest, attribution(last, last.children)]
  return children
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/(?:tip|hint|success)/, 'tip'],
  [/(?:important)/, 'important'],
  [/(?:caution|danger|error)/, 'caution'],
  [/(?:warning|attention)/, 'warning'],
]
const called =
  /(?:^|\s)(?:callout|kg-callout-card|admonition|notice|alert|markdown-alert|infobox-text|wp-block-callout|note-box|sidebar-box|fact-?box|info-?box)(?:[\s_-]|$)/
const aside =
  /(?:^|[\s_-])(?:sidebar|widget|related|promo|ad|ads|newsletter|subscribe|share|social|author|nav|menu|toc|comments?|recommended|secondary)(?:[\s_-]|$)/

/** Boxes beside a text as callouts: those that sites name so, and an `aside` in an article that is prose. */
export function settleCallouts(body: Root): void {
  rewrite(body, (node, ancestors) => {
    if (!isNamed(node, 'aside', 'div', 'section', 'figure')) return undefined
    const names = namesOf(node)
    if (aside.test(names) || ancestors.some(at => aside.test(namesOf(at)) || isNamed(at, 'nav', 'footer')))
      return undefined
    const inArticle = ancestors.some(at => isNamed(at, 'article', 'main'))
    if (!called.test(names) && !(isNamed(node, 'aside') && inArticle)) return undefined
    if (isNamed(node, 'table') || wordsOf(node).length > 4000 || linked(node) > 0.5 || wordsOf(node) === '')
      return undefined
    const kind = kinds.find(([pattern]) => pattern.test(names))?.[1] ?? 'note'
    const title = childElements(node).find(at => /(?:-title|admonition-title|__title) /.test(namesOf(at)))
    const label = title ? [standIn(title, 'tf-label', {}, title.children)] : []
    return [
      standIn(node, 'tf-callout', { kind }, [...label, ...node.children.filter(child => child !== title)]),
    ]
  })
}

/** The share of an element's characters that are links. */
export function linked(node: Element | Root): number {
  const length = wordsOf(node).length
  if (length === 0) return 0
  const links = [...elementsIn(node)].filter(
    at => isNamed(at, 'a') && !attributeOf(at, 'href').startsWith('#'),
  )
  return links.reduce((sum, link) => sum + wordsOf(link).length, 0) / length
}
