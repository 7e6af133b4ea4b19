import { describe, expect, it } from 'vitest'
import { quotedPrintable, softBreak } from '../../../../pipeline/send/compose/quoted-printable.js'
import { seeded } from '../../../support/seeded.js'

/** By the letter of RFC 2045, 6.7. */
const decode = (encoded: string) =>
  Buffer.from(
    encoded
      .replaceAll('=\r\n', '')
      .replace(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString()

describe('text as quoted-printable', () => {
  it.each([
    ['plain', 'plain'],
    ['a=b', 'a=3Db'],
    ['é', '=C3=A9'],
    ['space at the end ', 'space at the end=20'],
    ['two\nlines', 'two\r\nlines'],
    ['.', '=2E'],
    ['a\n.\n..b', 'a\r\n=2E\r\n=2E.b'],
    ['From here\nFrom there, Fro', '=46rom here\r\n=46rom there, Fro'],
    ['Frieda', 'Frieda'],
    ['', ''],
  ])('%j', (text, encoded) => {
    expect(quotedPrintable(text)).toBe(encoded)
  })

  it('decodes to the same in stretches, cut anywhere, and no line is over 76', () => {
    const random = seeded(7)
    const of = [
      '.',
      ' ',
      '\n',
      'a',
      '=',
      'é',
      '潮',
      '👩‍👩‍👧',
      'word '.repeat(9),
      'x'.repeat(74),
      'From ',
      '\t',
    ]
    for (let round = 0; round < 400; round += 1) {
      const pieces = Array.from({ length: 6 }, () =>
        Array.from({ length: Math.floor(random() * 9) }, () => of[Math.floor(random() * of.length)]).join(''),
      )
      const encoded = pieces.map(quotedPrintable).join(softBreak)
      expect(decode(encoded)).toBe(pieces.join('').replaceAll('\n', '\r\n'))
      expect(encoded.split('\r\n').filter(line => line.length > 76 || /^\.|[ \t]$/.test(line))).toEqual([])
    }
  })
})
