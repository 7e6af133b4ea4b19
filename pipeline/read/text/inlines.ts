import type { ElementContent, Text } from 'hast'
import type { Paragraph, PhrasingContent, Root } from 'mdast'
import { smartPunctuation } from '../../parse/smart-punctuation.js'
import type { Block } from './block.js'
import { placeOf } from './block.js'

/** Longer paragraphs keep their punctuation: the parser of sentences takes time that grows faster than they do. */
const longest = 20_000
const address = /https?:\/\/[^\s<>"“”«»]+/gu

/** The words of blocks as inline content: addresses are links, line breaks that stay are breaks, and quotes are curled. */
export function inlinesOf(
  blocks: readonly Block[],
  lang: string,
  verbatim: boolean,
): Map<Block, ElementContent[]> {
  const paragraphs = new Map(blocks.map(block => [block, paragraphOf(block)]))
  if (!verbatim) {
    const short = [...paragraphs].filter(([block]) => block.text.length <= longest)
    const root: Root = { type: 'root', children: short.map(([, paragraph]) => paragraph) }
    smartPunctuation(root, lang)
  }
  return new Map(
    [...paragraphs].map(([block, { children }]) => [block, children.map(node => asHtml(node, block))]),
  )
}

function paragraphOf({ text }: Block): Paragraph {
  const children = text.split('\n').flatMap((line, index): PhrasingContent[] => {
    const pieces = linked(line)
    return index === 0 ? pieces : [{ type: 'break' }, ...pieces]
  })
  return { type: 'paragraph', children }
}

function linked(line: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = []
  let end = 0
  for (const match of line.matchAll(address)) {
    const url = withoutEnd(match[0])
    if (!URL.canParse(url)) continue
    if (match.index > end) pieces.push({ type: 'text', value: line.slice(end, match.index) })
    pieces.push({ type: 'link', url, children: [{ type: 'text', value: url }] })
    end = match.index + url.length
  }
  if (end < line.length) pieces.push({ type: 'text', value: line.slice(end) })
  return pieces
}

/** An address without the marks of the sentence it stands in. */
function withoutEnd(url: string): string {
  let end = url.length
  while (end > 0 && /[.,;:!?)\]’'*_]/.test(url[end - 1] ?? '')) end--
  return url.slice(0, end)
}

function asHtml(node: PhrasingContent, block: Block): ElementContent {
  const position = placeOf(block)
  if (node.type === 'text') return { type: 'text', value: node.value, position } satisfies Text
  if (node.type === 'link') {
    const children: ElementContent[] = [{ type: 'text', value: node.url, position }]
    return { type: 'element', tagName: 'a', properties: { href: node.url }, children, position }
  }
  return { type: 'element', tagName: 'br', properties: {}, children: [], position }
}
