import type { Element, Root } from 'hast'
import { linked } from '../markup/quotations.js'
import { countWords, elementsIn, firstIn, isNamed, wordsOf } from '../nodes.js'
import { type ShownPage, shownPage } from './document.js'
import { byDefuddle, byReadability, type Kept } from './extractors.js'
import { pruned } from './prune.js'

/** Elements of a page that is extracted; one with more has its `article` or `main` taken as it is. */
const mostElements = 25_000

/** What was found to be the article of a page, and who said so. */
export interface Extracted {
  readonly article: Root
  readonly by: 'Readability' | 'defuddle' | 'its markup'
}

/**
 * The article of a page. Readability says which elements belong to it; where notes, formulas or code of the page are
 * missing then, defuddle is asked too, and is believed if it has more of them and at least 85 % of the words.
 *
 * @param title the article's, by which an extractor tells the heading of the page
 */
export async function extract(body: Root, title: string): Promise<Extracted> {
  const count = [...elementsIn(body)].length
  if (count > mostElements) return { article: marked(body), by: 'its markup' }
  const first = await attempt(body, title, byReadability)
  if (!first) return { article: marked(body), by: 'its markup' }
  if (preciousIn(first) < preciousIn(body)) {
    const second = await attempt(body, title, byDefuddle)
    if (second && preciousIn(second) > preciousIn(first) && sizeOf(second) >= 0.85 * sizeOf(first)) {
      return { article: second, by: 'defuddle' }
    }
  }
  return misread(first, body)
    ? { article: marked(body), by: 'its markup' }
    : { article: first, by: 'Readability' }
}

/** Words of an article that Readability is known to overlook for a longer text beside it, a notice about cookies say. */
const short = 300

/** Whether what the page's markup says is the article is hardly in what was found: a short one, or one of twice the words. */
function misread(found: Root, body: Root): boolean {
  const whole = marked(body)
  const size = sizeOf(whole)
  if (isOne(body) && size > 2 * sizeOf(found) && size > 200) return true
  if (size > short || whole.children.length !== 1 || linked(whole) > 0.4) return false
  const inside = new Set([...elementsIn(whole)].map(node => node.position?.start.offset))
  const shared = [...elementsIn(found)].filter(
    node => isNamed(node, 'p', 'li', 'pre') && inside.has(node.position?.start.offset),
  )
  return shared.reduce((sum, node) => sum + countWords(wordsOf(node)), 0) < size / 2
}

type Extractor = (page: ShownPage) => Promise<Kept | undefined>

async function attempt(body: Root, title: string, extractor: Extractor): Promise<Root | undefined> {
  const page = await shownPage(body, title)
  const kept = await extractor(page)
  if (!kept || kept.size === 0) return undefined
  const keptElements = new Set([...kept].flatMap(index => page.elements[index] ?? []))
  const article = pruned(body, keptElements)
  return wordsOf(article) === '' ? undefined : article
}

const sizeOf = (tree: Root) => countWords(wordsOf(tree))

/** How many notes, formulas and blocks of code a tree has: what an extractor loses most. */
const preciousIn = (tree: Root): number =>
  [...elementsIn(tree)].filter(node => isNamed(node, 'tf-noteref', 'tf-math', 'tf-equation', 'math', 'pre'))
    .length

const isOne = (body: Root) => [...elementsIn(body)].filter(node => isNamed(node, 'article')).length === 1

/** What a page's own markup says is the article: its only `article`, else `main`, else all. */
function marked(body: Root): Root {
  const articles = [...elementsIn(body)].filter(node => isNamed(node, 'article'))
  const [only] = articles
  const chosen: Element | undefined =
    (articles.length === 1 ? only : undefined) ??
    firstIn(body, node => isNamed(node, 'main') || node.properties.role === 'main')
  return { type: 'root', children: chosen ? [chosen] : [...body.children] }
}
