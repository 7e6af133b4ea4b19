import type { Element, ElementContent } from 'hast'
import type { Article, ArticleNode } from '../../pipeline/article.js'
import { idIn, type PageStart, type Rendering } from '../rendering.js'

const idOf = (page: number): string => `tf-page-${page}`

/**
 * The mark of a page's beginning (EPUB 3 Structural Semantics, `pagebreak`). In running text it is where the page begins
 * to the word; what is not taken apart, a picture or a table's head, has it before.
 */
const pageBreak = (page: string, id: string, tagName: 'span' | 'div' = 'span'): Element => ({
  type: 'element',
  tagName,
  properties: { id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', ariaLabel: page },
  children: [],
})

/** Marks of the pages that begin where an article does, after it, or, without an article, before the first. */
export const pageBreaksAt = (rendering: Rendering, at: 'start' | 'end', article?: number): ElementContent[] =>
  (rendering.pageStarts ?? [])
    .filter(start => start.at === at && start.article === article)
    .map(({ page }) => pageBreak(String(page), idOf(page), 'div'))

/** The article with an empty span where a page begins, which `withPageBreaks` makes a mark. */
export function withPagePlaces(article: Article, index: number, rendering: Rendering): Article {
  const starts = (rendering.pageStarts ?? []).filter(start => start.article === index)
  if (starts.length === 0) return article
  // From the last to the first, so that the paths of those before stay as they are.
  const children = starts.toReversed().reduce(marked, article.tree.children as readonly ArticleNode[])
  return { ...article, tree: { ...article.tree, children } as Article['tree'] }
}

function marked(nodes: readonly ArticleNode[], { page, at }: PageStart): readonly ArticleNode[] {
  return typeof at === 'string' ? nodes : markedAt(nodes, at.path, at.offset, page)
}

function markedAt(
  nodes: readonly ArticleNode[],
  [index = 0, ...below]: readonly number[],
  offset: number | undefined,
  page: number,
): readonly ArticleNode[] {
  return nodes.flatMap((node, at): ArticleNode[] => {
    if (at !== index) return [node]
    const { position } = node
    const place: ArticleNode = {
      type: 'element',
      tagName: 'span',
      properties: { id: idOf(page) },
      children: [],
      position,
    }
    if (node.type === 'text') {
      const split = offset ?? 0
      const parts = [node.value.slice(0, split), node.value.slice(split)].map(value => ({ ...node, value }))
      const [before, after] = parts as [typeof node, typeof node]
      return [before, place, after]
    }
    if (below.length === 0)
      return [{ type: 'element', tagName: 'p', properties: {}, children: [place], position }, node]
    const inside = markedAt(node.children as readonly ArticleNode[], below, offset, page)
    // The same kinds of nodes as before, and a span in a line or a paragraph between blocks.
    return [{ ...node, children: inside } as ArticleNode]
  })
}

/** The HTML with the places of `withPagePlaces` as marks, each page once. */
export function withPageBreaks(
  body: readonly ElementContent[],
  article: Article,
  rendering: Rendering,
): ElementContent[] {
  const pages = new Map(
    (rendering.pageStarts ?? []).map(({ page }) => [idIn(rendering, article, idOf(page)), page] as const),
  )
  const placed = new Set<number>()
  const broken = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const page = pages.get(String(node.properties.id ?? ''))
    if (page !== undefined && node.tagName === 'span' && node.children.length === 0) {
      if (placed.has(page)) return []
      placed.add(page)
      return [pageBreak(String(page), idOf(page))]
    }
    const children = node.children.flatMap(broken)
    const [only, ...more] = children
    const alone = node.tagName === 'p' && more.length === 0 && only?.type === 'element' && isPageBreak(only)
    return alone ? [{ ...only, tagName: 'div' }] : [{ ...node, children }]
  }
  return pages.size === 0 ? [...body] : body.flatMap(broken)
}

const isPageBreak = ({ properties }: Element): boolean => properties.role === 'doc-pagebreak'
