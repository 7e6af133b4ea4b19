import { encode, wrap } from 'nodemailer/lib/qp'

/**
 * Characters of a line before the first of it is perhaps encoded, which makes it two longer, and a soft line break ends
 * it: 76 then (RFC 2045, 6.7, rule 5).
 */
const lineLength = 73

/** ASCII on one line that needs no encoding; a space at its end would. */
const plain = /^(?![.F])[ !-<>-~]{0,73}(?<! )$/

/**
 * Text as quoted-printable (RFC 2045, 6.7) that decodes to the same whatever stands before and after it, if a soft line
 * break parts it from that. Line ends become CRLF.
 */
export function quotedPrintable(text: string): string {
  if (plain.test(text)) return text
  const lines = wrap(encode(text.replace(/\r\n?|\n/g, '\r\n')), lineLength)
  // A full stop alone would end the message, and mailboxes that are files part messages at "From " (RFC 2049, 3).
  return lines.replace(/^(?:\.|F(?=rom ))/gm, first => (first === '.' ? '=2E' : '=46'))
}

/** Parts two encoded texts, where the first does not end in a line's end. */
export const softBreak = '=\r\n'
