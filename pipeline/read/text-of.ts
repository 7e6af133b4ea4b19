import type { Report } from '../messages.js'
import { decode } from './decode.js'

/** The text of a source's bytes, or undefined with a message where there is none. @param declared see `decode` */
export function textOf(bytes: Uint8Array, report: Report, declared?: string): string | undefined {
  const kind = otherKind(bytes)
  if (kind) {
    report('article-unreadable', `Unexpected ${kind}, expected a text; its name ends as a text's does`)
    return undefined
  }
  const text = decode(bytes, report, declared)
  if (text.trim() !== '') return text
  report('article-empty', 'Unexpected empty file, expected front matter and text')
  return undefined
}

/** Files that are no text, by how they begin. */
const beginnings: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP or Word document', [0x50, 0x4b, 0x03, 0x04]],
  ['Word document of before 2007', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG picture', [0xff, 0xd8, 0xff]],
  ['GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['compressed file', [0x1f, 0x8b]],
  ['rich text document (RTF)', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

const otherKind = (bytes: Uint8Array): string | undefined =>
  beginnings.find(([, beginning]) => beginning.every((byte, index) => bytes[index] === byte))?.[0]
