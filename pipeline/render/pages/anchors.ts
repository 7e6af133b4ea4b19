import { idIn, type PlaceInTree, type Rendering, titleId } from '../../../templates/rendering.js'
import type { AnyElement, Article, ArticleElement, ArticleNode, ArticleText, Issue } from '../../article.js'

/** A place of which a print can tell the page. */
export interface Anchor {
  /** As it stands in the printed document. */
  readonly id: string
  /** The article, by its place in the issue. */
  readonly article: number
  /** The article's title, or a place in its text. */
  readonly at: 'title' | PlaceInTree
}

/** An issue whose text has an id every few words, in the order of the text. */
export interface AnchoredIssue {
  readonly issue: Issue
  readonly anchors: readonly Anchor[]
}

/** So many words of a print get an id of their own; of a longer one every second, every third... */
const mostAnchors = 20_000

/** The issue with ids in its text, and where each of them is in the tree as it was. Layout is not changed by them. */
export function anchored(rendering: Rendering): AnchoredIssue {
  const { issue } = rendering
  const all = issue.articles.flatMap(article => piecesOf(article.tree.children))
  const stride = Math.max(1, Math.ceil(all.length / mostAnchors))
  const anchors: Anchor[] = []
  const words = { seen: 0 }
  const articles = issue.articles.map((article, index): Article => {
    anchors.push({ id: titleId(article), article: index, at: 'title' })
    const mark = (at: PlaceInTree, given: string | undefined): string => {
      const id = given ?? `tf-at-${anchors.length}`
      anchors.push({ id: idIn(rendering, article, id), article: index, at })
      return id
    }
    const children = marked(article.tree.children, [], { mark, stride, words })
    // Its blocks are as they were, but for their ids and the spans in their lines.
    return { ...article, tree: { ...article.tree, children } as Article['tree'] }
  })
  return { issue: { ...issue, articles: articles as [Article, ...Article[]] }, anchors }
}

interface Marking {
  mark(at: PlaceInTree, given: string | undefined): string
  readonly stride: number
  readonly words: { seen: number }
}

/** What is named as a whole: a page begins before it, not in it. A table is so for its head, which comes again. */
const wholes = new Set(['figure', 'picture', 'equation', 'hr', 'embed', 'table'])
/** What a line's words are not taken apart in: formulas, readings, code, what links and buttons make of their words. */
const closed = new Set(['ruby', 'code', 'a', 'button', 'thead', 'mergetag', 'noteref', 'kbd'])

type Closed = ArticleElement<'math' | 'equation'>

const isClosed = (node: AnyElement): node is Closed =>
  node.tagName === 'math' || node.tagName === 'equation' || closed.has(node.tagName)

function marked(nodes: readonly ArticleNode[], path: readonly number[], marking: Marking): ArticleNode[] {
  return nodes.flatMap((node, index): ArticleNode[] => {
    const here = [...path, index]
    if (node.type === 'text') return inPieces(node, here, marking)
    const given = node.properties.id
    // A picture of a figure begins where the figure does.
    const isWhole = wholes.has(node.tagName)
    const id = isWhole ? marking.mark({ path: here }, given) : given
    const children = isClosed(node) ? undefined : marked(node.children, here, marking)
    const properties = id === undefined ? node.properties : { ...node.properties, id }
    return [{ ...node, properties, ...(children ? { children } : {}) } as AnyElement]
  })
}

/** A text as spans with ids, a word or a few in each. */
function inPieces(
  text: ArticleText,
  path: readonly number[],
  { mark, stride, words }: Marking,
): ArticleNode[] {
  const part = (value: string): ArticleText => ({ ...text, value })
  const parts: ArticleNode[] = []
  let offset = 0
  for (const piece of pieces(text.value)) {
    const named = words.seen % stride === 0
    words.seen += 1
    const from = piece.search(/\S/)
    const at = offset
    offset += piece.length
    if (!named || from < 0) {
      parts.push(part(piece))
      continue
    }
    if (from > 0) parts.push(part(piece.slice(0, from)))
    const said = piece.slice(from).trimEnd()
    const after = piece.slice(from + said.length)
    parts.push({
      type: 'element',
      tagName: 'span',
      properties: { id: mark({ path, offset: at + from }, undefined) },
      children: [part(said)],
      position: text.position,
    })
    if (after) parts.push(part(after))
  }
  return parts
}

// Scripts that put no spaces between words, a few characters at a time.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,6}[\p{P}ー]*/u

/** Words with the white space before them. */
const pieces = (text: string): readonly string[] =>
  text.match(new RegExp(`\\s*(?:${unspaced.source}|(?:(?!${unspaced.source})\\S)+)|\\s+`, 'gu')) ?? []

const piecesOf = (nodes: readonly ArticleNode[]): readonly string[] =>
  nodes.flatMap(node =>
    node.type === 'text' ? pieces(node.value) : isClosed(node) ? [] : piecesOf(node.children),
  )
