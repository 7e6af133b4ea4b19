import type { AnyElement, Article, ArticleElement, ArticleNode, BlockElement, Issue } from '../article.js'
import { placeOfLink } from '../article-link.js'
import { freeze } from '../transform/freeze.js'
import { elementsNamed, walk } from '../walk.js'
import { type Cut, textOf } from './cuts.js'

/** The full address of a place that is not there, or undefined where it has none. @param id as the article has it */
export type AddressOf = (article: Article, id?: string) => string | undefined

/** The issue as far as a cut. See `shorten`. */
export const shortenIssue = (issue: Issue, cut: Cut, addressOf: AddressOf): Issue =>
  shorten(
    issue,
    (article, index) => {
      if (index > cut.article) return undefined
      return index < cut.article ? textOf(article).length : cut.kept
    },
    addressOf,
  )

/**
 * The issue with less of its articles, frozen as it was. Notes stay that the kept text calls, with ways back to the calls
 * that are left; links to what is gone lead to its address, or become their words.
 *
 * @param keptOf how many blocks of an article's text are kept, notes not counted; undefined for an article that goes
 * @throws RangeError where no article is left
 */
export function shorten(
  issue: Issue,
  keptOf: (article: Article, index: number) => number | undefined,
  addressOf: AddressOf,
): Issue {
  const kept = issue.articles.flatMap((article, index): Article[] => {
    const count = keptOf(article, index)
    if (count === undefined) return []
    const text = textOf(article)
    if (count >= text.length) return [article]
    const left = text.slice(0, count)
    return [{ ...article, tree: { ...article.tree, children: [...left, ...notesOf(article, left)] } }]
  })
  const ids = new Map(kept.map(({ key, tree }) => [key, new Set(tree.children.flatMap(idsIn))]))
  const targetIn = (article: Article) => (href: string) => {
    const place = href.startsWith('#') ? { key: article.key, id: href.slice(1) } : placeOfLink(href)
    if (!place) return href
    const there = ids.get(place.key)
    if (there && (place.id === undefined || there.has(place.id))) return href
    const target = issue.articles.find(({ key }) => key === place.key)
    return target && addressOf(target, place.id)
  }
  const relinkedArticles = kept.map(article => {
    const children = article.tree.children.flatMap(
      block => relinked(block, targetIn(article)) as BlockElement[],
    )
    const same = children.every((block, index) => block === article.tree.children[index])
    return same ? article : { ...article, tree: { ...article.tree, children } }
  })
  const [first, ...more] = relinkedArticles
  if (!first) throw new RangeError(`Unexpected cut that leaves nothing of ${issue.articles.length} articles`)
  return freeze({ ...issue, articles: [first, ...more] })
}

/** The notes that the blocks call, and those that these notes call, with the numbers they had. */
function notesOf({ tree }: Article, text: readonly BlockElement[]): BlockElement[] {
  return tree.children.flatMap(block => {
    if (block.tagName !== 'notes') return []
    const called = new Set<string>()
    const pending: AnyElement[] = [...text]
    for (let node = pending.pop(); node; node = pending.pop()) {
      for (const id of callsIn(node)) {
        const note = called.has(id)
          ? undefined
          : block.children.find(({ properties }) => properties.id === id)
        called.add(id)
        if (note) pending.push(note)
      }
    }
    const notes = block.children.filter(({ properties }) => called.has(properties.id))
    const calls = new Set([...text, ...notes].flatMap(idsIn))
    const reachable = notes.map(note => ({
      ...note,
      properties: { ...note.properties, refs: note.properties.refs.filter(ref => calls.has(ref)) },
    }))
    return reachable.length > 0 ? [{ ...block, children: reachable }] : []
  })
}

const callsIn = (node: AnyElement): string[] =>
  [...selfNamed(node, 'noteref'), ...elementsNamed(node, 'noteref')].map(({ properties }) => properties.note)

const selfNamed = (node: AnyElement, name: 'noteref'): ArticleElement<'noteref'>[] =>
  node.tagName === name ? [node] : []

function idsIn(node: AnyElement): string[] {
  const ids: (string | undefined)[] = [node.properties.id]
  walk(node, inner => {
    ids.push(inner.properties.id)
  })
  return ids.filter(id => id !== undefined)
}

/** Where a link leads now; undefined where its words are all that is left of it. */
type TargetOf = (href: string) => string | undefined

/** The node with the links in it led anew: the same node where none was to a place that is gone. */
function relinked(node: ArticleNode, targetOf: TargetOf): ArticleNode[] {
  if (node.type !== 'element' || node.tagName === 'math' || node.tagName === 'equation') return [node]
  const before: readonly ArticleNode[] = node.children
  const after = before.flatMap(child => relinked(child, targetOf))
  const changed = after.length !== before.length || after.some((child, index) => child !== before[index])
  // Links become links or their own words, inline both: the children stay of the kind that they were.
  const whole = changed ? ({ ...node, children: after } as AnyElement) : node
  if (whole.tagName !== 'a' && whole.tagName !== 'button' && whole.tagName !== 'picture') return [whole]
  const { href } = whole.properties
  const target = href && targetOf(href)
  return href === undefined || target === href ? [whole] : ledTo(whole, target)
}

/** A link with another target, or without one: words in a line, a paragraph for a button, a picture alone. */
function ledTo(
  node: ArticleElement<'a'> | ArticleElement<'button'> | ArticleElement<'picture'>,
  href: string | undefined,
): ArticleNode[] {
  if (node.tagName === 'picture') {
    const { href: _gone, ...properties } = node.properties
    return [{ ...node, properties: href === undefined ? properties : { ...properties, href } }]
  }
  if (href === undefined) {
    return node.tagName === 'a' ? node.children : [{ ...node, tagName: 'p', properties: {} }]
  }
  const { hrefParts: _gone, ...properties } = node.properties
  return [{ ...node, properties: { ...properties, href } } as ArticleElement<'a'> | ArticleElement<'button'>]
}
