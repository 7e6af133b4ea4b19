import type { AnyElement, Article, ArticleElement, ArticleNode, BlockElement, Issue } from '../article.js'
import { freeze } from '../transform/freeze.js'
import { elementsNamed, walk } from '../walk.js'
import { type Cut, textOf } from './cuts.js'

/** The full address of a place that was cut off, or undefined where it has none. @param id as the article has it */
export type AddressOf = (article: Article, id: string) => string | undefined

/**
 * The issue as far as a cut, frozen as it was. Notes stay that the kept text calls, with ways back to the calls that are
 * left; links to what is gone lead to its address, or become their words.
 */
export function shortenIssue(issue: Issue, cut: Cut, addressOf: AddressOf): Issue {
  const articles = issue.articles.slice(0, cut.article + 1)
  const last = articles[cut.article]
  if (!last) throw new RangeError(`Unexpected cut in article ${cut.article} of ${issue.articles.length}`)
  articles[cut.article] = shortenArticle(last, cut.kept, id => addressOf(last, id))
  // A cut keeps the first article at least.
  return freeze({ ...issue, articles: articles as [Article, ...Article[]] })
}

function shortenArticle(
  article: Article,
  kept: number,
  addressOf: (id: string) => string | undefined,
): Article {
  const text = textOf(article).slice(0, kept)
  const blocks = [...text, ...notesOf(article, text)]
  const left = new Set(blocks.flatMap(idsIn))
  const children = blocks.flatMap(block => relinked(block, left, addressOf) as BlockElement[])
  return { ...article, tree: { ...article.tree, children } }
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

/** The node with the links in it led anew: the same node where none was to a place that is gone. */
function relinked(
  node: ArticleNode,
  left: ReadonlySet<string>,
  addressOf: (id: string) => string | undefined,
): ArticleNode[] {
  if (node.type !== 'element' || node.tagName === 'math' || node.tagName === 'equation') return [node]
  const before: readonly ArticleNode[] = node.children
  const after = before.flatMap(child => relinked(child, left, addressOf))
  const changed = after.length !== before.length || after.some((child, index) => child !== before[index])
  // Links become links or their own words, inline both: the children stay of the kind that they were.
  const whole = changed ? ({ ...node, children: after } as AnyElement) : node
  if (whole.tagName !== 'a' && whole.tagName !== 'button' && whole.tagName !== 'picture') return [whole]
  const { href } = whole.properties
  if (!href?.startsWith('#') || left.has(href.slice(1))) return [whole]
  return ledTo(whole, addressOf(href.slice(1)))
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
