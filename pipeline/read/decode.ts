import type { Report } from '../messages.js'

const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
const surrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * Bytes of a source file as text: UTF-8, or UTF-16 where a byte order mark says so.
 *
 * What XML 1.0 forbids (section 2.2, Char) and the C1 controls that make Gmail clip a message are taken out; a vertical
 * tab, form feed or next line (U+0085), which word processors leave for a line break, becomes a space. Bytes that are not UTF-8 show as U+FFFD.
 */
export function decode(bytes: Uint8Array, report: Report): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(bytes)
  if (text.includes('\uFFFD') && !utf16 && !isUtf8(bytes)) {
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
