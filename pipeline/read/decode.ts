import type { Report } from '../messages.js'
import { encodingOf } from './encoding.js'

const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
const surrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * Bytes of a source file as text, in the encoding that they are found to have.
 *
 * What XML 1.0 forbids (section 2.2, Char) and the C1 controls that make Gmail clip a message are taken out; a vertical
 * tab, form feed or next line (U+0085), which word processors leave for a line break, becomes a space. Bytes that the encoding lacks show as U+FFFD.
 *
 * @param declared the encoding that the file says it has
 */
export function decode(bytes: Uint8Array, report: Report, declared?: string): string {
  const { name, guessed } = encodingOf(bytes, declared)
  const text = inEncoding(bytes, name)
  if (guessed) {
    report(
      'encoding-guessed',
      `Unexpected bytes that are not UTF-8, read as ${name}; look whether the letters are right, and save the file as UTF-8`,
    )
  } else if (name === 'utf-8' && text.includes('\uFFFD') && !isUtf8(bytes)) {
    report(
      'encoding-invalid',
      'Unexpected bytes that are not UTF-8, shown as U+FFFD; save the file as UTF-8',
      placeOf(text, text.indexOf('\uFFFD')),
    )
  }
  return cleaned(text, report)
}

/** Text from elsewhere than a file, held to the same rules as `decode`. */
export function cleaned(text: string, report: Report): string {
  forbidden.lastIndex = 0
  const first = forbidden.exec(text)
  const clean = first ? text.replace(forbidden, c => (/[\v\f\u0085]/.test(c) ? ' ' : '')) : text
  if (first) {
    const code = first[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    const count = text.match(forbidden)?.length ?? 0
    const others = count > 1 ? ` and ${count - 1} more` : ''
    report(
      'control-character',
      `Unexpected control character U+${code}${others}, left out; delete it`,
      placeOf(text, first.index),
    )
  }
  return clean.replace(surrogate, '\uFFFD').replace(/\r\n?/g, '\n')
}

/** What Windows-1252 has for 80 to 9F (Encoding Standard, index windows-1252): Node 20 decodes them as controls. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const inEncoding = (bytes: Uint8Array, name: string): string =>
  withWindowsSigns(new TextDecoder(name).decode(bytes), name)

/** What `TextDecoder` made of bytes, with the signs of Windows-1252 where that is the encoding. */
export const withWindowsSigns = (text: string, encoding: string): string =>
  encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009F]/g, sign => windowsSigns.charAt(sign.charCodeAt(0) - 0x80))
    : text

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function placeOf(text: string, offset: number) {
  const before = text.slice(0, offset).split(/\r\n?|\n/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset }
}
