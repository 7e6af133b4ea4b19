import type { Blockquote, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** The kind of callout each word stands for: GitHub's five, and those Obsidian adds. */
const kinds: Readonly<Record<string, string>> = {
  note: 'note',
  info: 'note',
  todo: 'note',
  abstract: 'note',
  summary: 'note',
  tldr: 'note',
  example: 'note',
  question: 'note',
  help: 'note',
  faq: 'note',
  quote: 'note',
  cite: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  important: 'important',
  warning: 'warning',
  attention: 'warning',
  caution: 'caution',
  danger: 'caution',
  error: 'caution',
  bug: 'caution',
  failure: 'caution',
  fail: 'caution',
  missing: 'caution',
}
const marker = /^\[!([a-z]+)\][+-]?(?:[ \t]+|(?=\n)|$)/i

/**
 * `> [!NOTE]` as GitHub and Obsidian write it: marks the quotation as a callout and takes the marker out of its text.
 * Words after the marker are its title, as in Obsidian.
 *
 * @param source the text that was parsed
 */
export function markAlerts(tree: Root, source: string): void {
  if (!source.includes('>')) return
  visit(tree, 'blockquote', node => {
    const kind = alertKind(node)
    if (kind) node.data = { ...node.data, hName: 'tf-callout', hProperties: { kind } }
  })
}

function alertKind(node: Blockquote): string | undefined {
  const paragraph = node.children[0]
  const text = paragraph?.type === 'paragraph' ? paragraph.children[0] : undefined
  if (paragraph?.type !== 'paragraph' || text?.type !== 'text') return undefined
  const match = marker.exec(text.value)
  const kind = match?.[1] && kinds[match[1].toLowerCase()]
  if (!match || !kind) return undefined
  const rest = { ...text, value: text.value.slice(match[0].length) }
  const [title, body] = cutAtLine([rest, ...paragraph.children.slice(1)])
  paragraph.children = body
  if (body.length === 0) node.children.shift()
  if (title.length > 0) {
    const place = text.position ? { position: text.position } : {}
    node.children.unshift({ type: 'paragraph', data: { hName: 'tf-label' }, children: title, ...place })
  }
  return kind
}

/** The first line, and what comes after it, each without empty texts. */
function cutAtLine(nodes: readonly PhrasingContent[]): [first: PhrasingContent[], rest: PhrasingContent[]] {
  const index = nodes.findIndex(
    node => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  )
  const at = nodes[index]
  const full = (list: readonly PhrasingContent[]) =>
    list.filter(node => node.type !== 'text' || node.value !== '')
  if (at === undefined) return [full(nodes), []]
  const before = nodes.slice(0, index)
  const after = nodes.slice(index + 1)
  if (at.type !== 'text') return [full(before), after]
  const cut = at.value.indexOf('\n')
  const head = { ...at, value: at.value.slice(0, cut).trimEnd() }
  return [full([...before, head]), full([{ ...at, value: at.value.slice(cut + 1) }, ...after])]
}
