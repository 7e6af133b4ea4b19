import type { Blockquote, Root } from 'mdast'
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
const marker = /^\[!([a-z]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/i

/**
 * `> [!NOTE]` as GitHub and Obsidian write it: marks the quotation as a callout and takes the marker out of its text.
 * Words after the marker are its title, as in Obsidian.
 */
export function markAlerts(tree: Root): void {
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
  const title = match[2]?.trim()
  const rest = text.value.slice(match[0].length)
  paragraph.children =
    rest === '' ? paragraph.children.slice(1) : [{ ...text, value: rest }, ...paragraph.children.slice(1)]
  if (paragraph.children[0]?.type === 'break') paragraph.children.shift()
  if (paragraph.children.length === 0) node.children.shift()
  if (title) {
    node.children.unshift({
      type: 'paragraph',
      data: { hName: 'tf-label' },
      children: [{ ...text, value: title }],
      ...(text.position ? { position: text.position } : {}),
    })
  }
  return kind
}
