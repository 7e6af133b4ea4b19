import { fillSlot, type Values } from '../../bind/email/fill.js'
import type { Pieces, Slot } from '../../bind/email/pieces.js'
import { quotedPrintable, softBreak } from './quoted-printable.js'

/** What is the same in every message, as it is sent. */
export interface Stretch {
  readonly bytes: Buffer
  /** Whether it goes on with a text, so that what stands before it on the line must be parted from it. */
  readonly goesOn: boolean
  /** Whether what follows it begins a line. */
  readonly endsLine: boolean
}

/** A message's body: what is the same for all, and slots. */
export type Body = readonly (Stretch | Slot)[]

/** A body that is being put together: lines of MIME, which end in CRLF, and texts to be encoded. */
export type BodyPart = { readonly lines: string } | { readonly text: Pieces }

/** Encodes once what is the same in every message, joined into as few stretches as there can be. */
export function encodeBody(parts: readonly BodyPart[]): Body {
  const body: (Stretch | Slot)[] = []
  let open = ''
  let goesOn = false
  const close = () => {
    if (open === '') return
    body.push({ bytes: Buffer.from(open, 'latin1'), goesOn, endsLine: open.endsWith('\r\n') })
    open = ''
  }
  for (const part of parts) {
    if ('lines' in part) {
      if (open === '') goesOn = false
      open += part.lines
      continue
    }
    for (const piece of part.text) {
      if (typeof piece !== 'string') {
        close()
        body.push(piece)
        continue
      }
      const encoded = quotedPrintable(piece)
      if (encoded === '') continue
      if (open === '') goesOn = true
      else if (!open.endsWith('\r\n')) open += softBreak
      open += encoded
    }
  }
  close()
  return body
}

const softBreakBytes = Buffer.from(softBreak, 'latin1')

/** The body of one reader's message, in chunks. */
export function fillBody(body: Body, values: Values): Buffer[] {
  const chunks: Buffer[] = []
  let endsLine = true
  for (const piece of body) {
    if ('bytes' in piece) {
      if (piece.goesOn && !endsLine) chunks.push(softBreakBytes)
      chunks.push(piece.bytes)
      endsLine = piece.endsLine
      continue
    }
    const value = quotedPrintable(fillSlot(piece, values))
    if (value === '') continue
    chunks.push(Buffer.from(endsLine ? value : softBreak + value, 'latin1'))
    endsLine = false
  }
  return chunks
}
