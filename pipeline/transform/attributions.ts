import type { ArticleElement, ArticleRoot, BlockElement, InlineNode } from '../article.js'

const longest = 200
const dash = /^(?:—|–|―|--)[ \u00A0]/

/**
 * The last line of a quotation that begins with a dash and a space names who said it. A line of dialogue, which has no
 * space after its dash, or a quotation that is nothing else, is left as it is.
 */
export function attributeQuotations(tree: ArticleRoot): void {
  walk(tree.children)
}

function walk(nodes: readonly { type: string }[]): void {
  for (const node of nodes as readonly (BlockElement | InlineNode)[]) {
    if (node.type !== 'element') continue
    if (node.tagName === 'blockquote' || node.tagName === 'pullquote' || node.tagName === 'verse')
      attribute(node)
    walk(node.children)
  }
}

type Quotation = ArticleElement<'blockquote'> | ArticleElement<'pullquote'> | ArticleElement<'verse'>

function attribute(node: Quotation): void {
  const last = node.children.at(-1)
  if (last?.tagName !== 'p') return
  const cut = last.children.findLastIndex(child => child.type === 'element' && child.tagName === 'br') + 1
  const line = last.children.slice(cut)
  const said = withoutBreaksAtEnd(last.children.slice(0, cut))
  const [first] = line
  if (first?.type !== 'text' || !dash.test(first.value) || (said.length === 0 && node.children.length === 1))
    return
  if (lengthOf(line) > longest) return
  const attribution: ArticleElement<'attribution'> = {
    type: 'element',
    tagName: 'attribution',
    properties: {},
    children: [{ ...first, value: first.value.replace(dash, '— ') }, ...line.slice(1)],
    position: { start: first.position.start, end: last.position.end },
  }
  // A quotation and a verse hold paragraphs and an attribution alike; their child types differ only in what else they hold.
  const children = node.children as (ArticleElement<'p'> | ArticleElement<'attribution'>)[]
  children.pop()
  if (said.length > 0) children.push({ ...last, children: said })
  children.push(attribution)
}

/** Breaks before the line set it apart, which it is now. */
const withoutBreaksAtEnd = (nodes: InlineNode[]): InlineNode[] =>
  nodes.slice(0, nodes.findLastIndex(node => node.type === 'text' || node.tagName !== 'br') + 1)

/** Whether running text by itself would be read as the line that names who is quoted, and stay as it is. */
export const isAttributionLine = (line: readonly InlineNode[]): boolean =>
  line[0]?.type === 'text' &&
  line[0].value.startsWith('— ') &&
  lengthOf(line) <= longest &&
  !line.some(node => node.type === 'element' && node.tagName === 'br')

const lengthOf = (nodes: readonly InlineNode[]): number =>
  nodes.reduce(
    (sum, node) => sum + (node.type === 'text' ? node.value.length : lengthOf(node.children as InlineNode[])),
    0,
  )
