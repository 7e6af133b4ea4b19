import type { Nodes } from 'hast'
import type { Position } from 'unist'
import type { MjmlElement, MjmlNode } from '../../../templates/jsx/mjml/jsx-runtime.js'
import { maskLeaves } from './leaves.js'
import { compileMjml } from './mjml.js'
import { piecesOf, written as shown } from './pieces.js'

/** Where in which article something stands. */
export interface SourceMark {
  /** The article's key in its issue: `a1`. */
  readonly article: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column: number
}

/** How the class of a component's mark begins: MJML's strict validation lets no attribute of ours through. */
const classMark = 'source-'

/**
 * The HTML of an email with marks that say where its elements are from. Element for element it is the HTML that
 * `bindEmail` makes of the same tree, which carries no marks; it is for checks, and nobody is sent it.
 *
 * @throws as `bindEmail`
 */
export async function markedHtml(mjml: MjmlElement): Promise<string> {
  const masked = maskLeaves(markedComponent(mjml))
  return shown(
    piecesOf(
      masked.fill(await compileMjml(masked.json), src => src),
      'html',
    ),
    'html',
  )
}

/** The mark that an element of the marked HTML carries, or undefined. */
export function markOf(properties: {
  readonly dataSource?: unknown
  readonly className?: unknown
}): SourceMark | undefined {
  const { dataSource, className } = properties
  const names = Array.isArray(className) ? className.map(String) : []
  const named = names.find(name => name.startsWith(classMark))?.slice(classMark.length)
  const [article, line, column] = (dataSource ? String(dataSource) : (named ?? '')).split('-')
  return article && line && column ? { article, line: Number(line), column: Number(column) } : undefined
}

const written = ({ start }: Position, article: string) => `${article}-${start.line}-${start.column}`

function markedComponent(node: MjmlElement): MjmlElement {
  const children = node.children.map((child: MjmlNode): MjmlNode => {
    if (child.type !== 'element') return child
    return 'name' in child ? markedComponent(child) : markedLeaf(child)
  })
  const { position, data } = node
  if (!position || !data?.article) return { ...node, children }
  const own = node.attributes['css-class']
  const mark = classMark + written(position, data.article)
  return { ...node, attributes: { ...node.attributes, 'css-class': own ? `${own} ${mark}` : mark }, children }
}

function markedLeaf<Node extends Nodes>(node: Node): Node {
  if (node.type !== 'element') return node
  const children = node.children.map(markedLeaf)
  const { position, data } = node
  if (!position || !data?.article) return { ...node, children }
  return {
    ...node,
    properties: { ...node.properties, dataSource: written(position, data.article) },
    children,
  }
}
