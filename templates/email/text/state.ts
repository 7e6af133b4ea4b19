import type { Article, ArticleNode, ElementName } from '../../../pipeline/article.js'
import { type Handler, type Handlers, handleAll } from '../../handlers.js'
import type { Rendering } from '../../rendering.js'
import { visible } from './characters.js'
import type { LinkList } from './links.js'
import { wrap } from './wrap.js'

/** A piece of plain text: words that flow in a line, or a block whose lines are final. */
export type TextPiece = { readonly kind: 'words' | 'block'; readonly value: string }

/** What the handlers share: built once for an article, narrowed on the way down; only the list of links grows. */
export interface TextState {
  readonly rendering: Rendering
  readonly article: Article
  readonly elements: TextHandlers
  /** Columns that a line may have. */
  readonly width: number
  readonly links: LinkList
}

/** The table of the plain-text part: an element of the vocabulary to words or a block. */
export type TextHandlers = Handlers<TextPiece, TextState>
export type TextHandler<Name extends ElementName> = Handler<Name, TextPiece, TextState>

export const words = (value: string): TextPiece => ({ kind: 'words', value })
export const block = (value: string): TextPiece => ({ kind: 'block', value })

/** The state inside something narrower, by columns. */
export const narrower = (state: TextState, by: number): TextState => ({
  ...state,
  width: Math.max(state.width - by, 20),
})

export const piecesOf = (nodes: readonly ArticleNode[], state: TextState): TextPiece[] =>
  handleAll(state.elements, nodes, state, value => words(visible(value)))

/** The nodes' words as one line, not wrapped yet; a line break stays one. */
export const lineOf = (nodes: readonly ArticleNode[], state: TextState): string =>
  piecesOf(nodes, state)
    .map(({ value }) => value)
    .join('')

/** The nodes as blocks: words that stand together become a paragraph. */
export function blocksOf(nodes: readonly ArticleNode[], state: TextState): string[] {
  const blocks: string[] = []
  let line = ''
  const flush = () => {
    if (line.trim()) blocks.push(wrap(line.trim(), state.width))
    line = ''
  }
  for (const piece of piecesOf(nodes, state)) {
    if (piece.kind === 'words') line += piece.value
    else {
      flush()
      if (piece.value) blocks.push(piece.value)
    }
  }
  flush()
  return blocks
}

/** A paragraph of the element's words. */
export const paragraphOf = (node: { readonly children: readonly ArticleNode[] }, state: TextState): string =>
  wrap(lineOf(node.children, state).trim(), state.width)
