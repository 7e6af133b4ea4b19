import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { ArticleElement, BlockElement } from '../article.js'
import { isAttributionLine } from '../transform/attributions.js'
import { elementOf, htmlOf, isPlain, tagsOf } from './html.js'
import { withoutAlert } from './text.js'
import type { Writing } from './writing.js'

type Quotation = ArticleElement<'blockquote'> | ArticleElement<'pullquote'> | ArticleElement<'verse'>

/** A quotation; one that says where it is from has its tags around it. */
export function blockquote(node: ArticleElement<'blockquote'>, state: Writing): RootContent[] {
  const children = quoted(node, state)
  if (node.properties.cite === undefined)
    return [{ type: 'blockquote', children: withoutAlertAtHead(children) }]
  const { id, lang, dir, ...own } = node.properties
  const [open, close] = tagsOf(elementOf({ ...node, properties: own }, state))
  return [{ type: 'html', value: open }, ...children, { type: 'html', value: close }]
}

/** What is quoted, and who said it: after a dash where the reader takes such a line for that, and as a `footer` elsewhere. */
export function quoted(node: Quotation, state: Writing): never[] {
  const inner = { ...state, anchors: true, verse: node.tagName === 'verse' }
  const blocks: RootContent[] = []
  let run: BlockElement[] = []
  for (const [index, child] of node.children.entries()) {
    if (child.tagName !== 'attribution') {
      run.push(child)
      continue
    }
    const isLast = index === node.children.length - 1 && index > 0
    blocks.push(
      ...state.blocks(run, inner),
      isLast && isPlain(child) && isAttributionLine(child.children)
        ? dashed(child, state)
        : footer(child, state),
    )
    run = []
  }
  blocks.push(...state.blocks(run, inner))
  // What a quotation holds are blocks: each kind of parent takes them.
  return blocks as never[]
}

const dashed = (node: ArticleElement<'attribution'>, state: Writing): Paragraph => ({
  type: 'paragraph',
  children: state.line(node.children, { ...state, oneLine: true }),
})

function footer(node: ArticleElement<'attribution'>, state: Writing): RootContent {
  const [open, close] = tagsOf(elementOf(node, state))
  return { type: 'html', value: open + htmlOf(node.children, state) + close }
}

function withoutAlertAtHead<Node extends { type: string; children?: unknown }>(nodes: Node[]): Node[] {
  const [first, ...rest] = nodes
  if (first?.type !== 'paragraph') return nodes
  return [{ ...first, children: withoutAlert(first.children as PhrasingContent[]) }, ...rest]
}
