import type { Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { fillSlot, type Values } from '../bind/email/fill.js'
import type { Pieces, Slot } from '../bind/email/pieces.js'
import { mergeTagSource, type TagName } from '../merge-tag.js'
import type { EmailParts } from '../render/email/parts.js'
import { tagsOf } from './sample-reader.js'

/** A part of a line: words, or what stands where a merge tag is. */
export interface InboxPiece {
  readonly text: string
  /** The tag as it is written. */
  readonly tag?: string
  /** Whether neither the reader nor the text has anything to put there: the text is the tag itself. */
  readonly isMissing?: boolean
}

/** An email as a mail program lists it. */
export interface Inbox {
  /** The name that stands in the list. */
  readonly sender: string
  /** Undefined where nobody is named as the sender. */
  readonly from?: string
  readonly subject: readonly InboxPiece[]
  /** What stands after the subject: the text from its beginning, the hidden line first. */
  readonly snippet: readonly InboxPiece[]
  /** The tags that a reader has values for. */
  readonly tags: readonly TagName[]
}

/** No list shows more. */
const mostCharacters = 240

/** An email in the list of a mail program. @param from the publication's sender; its name stands in where there is none */
export function inboxOf(
  parts: EmailParts,
  values: Values,
  { name, email: { from } }: { readonly name: string; readonly email: { readonly from?: string } },
): Inbox {
  return {
    sender: from === undefined ? name : nameIn(from),
    ...(from === undefined ? {} : { from }),
    subject: parts.subject.map(piece =>
      typeof piece === 'string' ? { text: piece } : shown(piece, 'header', values),
    ),
    snippet: snippetOf(parts.html, values),
    tags: tagsOf(parts),
  }
}

/** The name before an address, without its quotes; the address itself where there is none. */
function nameIn(from: string): string {
  const [, name = '', address = from] = /^(.*?)\s*<([^<>]*)>$/s.exec(from) ?? []
  return name.replace(/^"(.*)"$/s, '$1').replace(/\\(.)/g, '$1') || address
}

function shown(slot: Slot, context: Slot['context'], values: Values): InboxPiece {
  const tag = mergeTagSource(slot)
  const text = fillSlot({ ...slot, context }, values)
  return text === '' ? { text: tag, tag, isMissing: true } : { text, tag }
}

/** Stand around the number of a slot while the HTML is read; no text of ours has them. */
const [open, close] = ['\u0002', '\u0003']

/** The words of an email's HTML from their beginning. */
function snippetOf(html: Pieces, values: Values): InboxPiece[] {
  const marked = html.map((piece, index) =>
    typeof piece === 'string' ? piece : piece.context === 'html' ? `${open}${index}${close}` : '',
  )
  const words = beginningOf(fromHtml(marked.join(''))).slice(0, mostCharacters)
  return words.split(/\u0002(\d+)\u0003/).flatMap((part, index): InboxPiece[] => {
    const slot = index % 2 === 1 ? html[Number(part)] : undefined
    if (slot !== undefined && typeof slot !== 'string') return [shown(slot, 'text', values)]
    return index % 2 === 1 || part === '' ? [] : [{ text: part }]
  })
}

const unread: ReadonlySet<string> = new Set(['head', 'style', 'script', 'title', 'template'])

function beginningOf(tree: Root): string {
  let words = ''
  const read = (node: Nodes): void => {
    if (words.length > 4 * mostCharacters) return
    if (node.type === 'text') words += node.value
    if (!('children' in node) || (node.type === 'element' && unread.has(node.tagName))) return
    for (const child of node.children) read(child)
    if (node.type === 'element' && /^(?:br|div|p|td|h\d|li|table)$/.test(node.tagName)) words += ' '
  }
  read(tree)
  return words.replace(/\s+/g, ' ').trim()
}
