import type { RootContent } from 'hast'
import type { ArticleElement, ArticleRoot, ArticleText } from '../article.js'
import { elementsNamed } from '../walk.js'

type Line = ArticleElement<'line'>
type Piece = Line['children'][number]

/** Colours code whose language the highlighter knows, as tokens inside its lines. Loads the highlighter when asked to. */
export async function highlightCode(tree: ArticleRoot): Promise<void> {
  const blocks = elementsNamed(tree, 'pre').filter(node => node.properties.language)
  if (blocks.length === 0) return
  const { common, createLowlight } = await import('lowlight')
  const lowlight = createLowlight(common)
  for (const block of blocks) {
    const { language } = block.properties
    if (!language || !lowlight.registered(language)) continue
    const code = block.children
      .map(line => line.children.map(piece => (piece.type === 'text' ? piece.value : '')).join(''))
      .join('\n')
    const lines = split(lowlight.highlight(language, code).children, block)
    block.children = block.children.map((line, index) => ({
      ...line,
      children: lines[index] ?? line.children,
    }))
  }
}

/** The highlighter's tree by lines: a token that spans lines is closed at each end and opened again. */
function split(nodes: readonly RootContent[], block: ArticleElement<'pre'>): Piece[][] {
  const lines: Piece[][] = [[]]
  const walk = (content: readonly RootContent[], kinds: readonly string[]) => {
    for (const node of content) {
      if (node.type === 'element') walk(node.children, kindOf(node.properties.className, kinds))
      else if (node.type === 'text') {
        for (const [index, value] of node.value.split('\n').entries()) {
          if (index > 0) lines.push([])
          if (value !== '') lines.at(-1)?.push(piece(value, kinds.at(-1), block))
        }
      }
    }
  }
  walk(nodes, [])
  return lines
}

function piece(value: string, kind: string | undefined, block: ArticleElement<'pre'>): Piece {
  const text: ArticleText = { type: 'text', value, position: block.position }
  if (kind === undefined) return text
  return {
    type: 'element',
    tagName: 'token',
    properties: { kind },
    children: [text],
    position: block.position,
  }
}

function kindOf(className: unknown, kinds: readonly string[]): readonly string[] {
  const name = Array.isArray(className) ? /^hljs-(.+)$/.exec(String(className[0]))?.[1] : undefined
  return name === undefined ? kinds : [...kinds, name]
}
