import type { Paragraph, Parents, PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { plainSigns } from './plain-signs.js'

const marked = /==(?=\S)([^=\n]*[^=\s])==/g
const blockId = /(?:^|[ \t\n])\^([A-Za-z0-9-]+)\s*$/

/** `==Words==` that are marked, as Obsidian writes them. */
export function readMarks(tree: Root, source: string): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('==')) return undefined
    const parts: PhrasingContent[] = []
    const place = node.position ? { position: node.position } : {}
    const isPlain = plainSigns(node, source)
    let from = 0
    for (const { 0: whole, 1: words = '', index: at } of node.value.matchAll(marked)) {
      const end = at + whole.length
      if (![at, at + 1, end - 2, end - 1].every(isPlain)) continue
      if (at > from) parts.push({ type: 'text', value: node.value.slice(from, at), ...place })
      from = at + whole.length
      const children: PhrasingContent[] = [{ type: 'text', value: words, ...place }]
      parts.push({ type: 'emphasis', data: { hName: 'mark' }, children, ...place })
    }
    if (from === 0) return undefined
    if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from), ...place })
    ;(parent as Parents).children.splice(index, 1, ...(parts as never[]))
    return [SKIP, index + parts.length]
  })
}

/** A name at a paragraph's end, ` ^tide-table`, which links of other notes call it by: its id, and not its words. */
export function readBlockIds(tree: Root, source: string): void {
  visit(tree, 'paragraph', (node: Paragraph) => {
    const last = node.children.at(-1)
    const found = last?.type === 'text' ? blockId.exec(last.value) : null
    if (last?.type !== 'text' || !found) return
    if (!plainSigns(last, source)(last.value.indexOf('^', found.index))) return
    last.value = last.value.slice(0, found.index)
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id: found[1] ?? '' } }
  })
}
