import { expect, test } from 'vitest'
import { joinDropCaps } from '../../../../../pipeline/bind/pdf/content/drop-caps.js'

/** Codes are the letters themselves. */
const textOf = (_: string, codes: string) => (codes.includes('?') ? undefined : codes)

const letter = (text: string, size: number) => `BT\n/F1 ${size} Tf\n1 0 0 -1 9 9 Tm\n(${text}) Tj\nET\n`
const rest =
  'BT\n/F1 14 Tf\n1 0 0 -1 20 9 Tm\n(o) Tj\n5 0 Td (m) Tj\n5 0 Td (e) Tj\n5 0 Td ( ) Tj\n5 0 Td (t) Tj\nET\n'

test('a large first letter has the text of the word, the rest of which has none', () => {
  expect(joinDropCaps(letter('S', 70) + rest, textOf)).toBe(
    'BT\n/F1 70 Tf\n1 0 0 -1 9 9 Tm\n/Span <</ActualText <FEFF0053006F006D0065>>> BDC\n(S) Tj\nEMC\nET\n' +
      'BT\n/F1 14 Tf\n1 0 0 -1 20 9 Tm\n/Span <</ActualText <FEFF>>> BDC\n(o) Tj\n5 0 Td (m) Tj\n5 0 Td (e) Tj\nEMC\n5 0 Td ( ) Tj\n5 0 Td (t) Tj\nET\n',
  )
})

test.each([
  ['a letter of the same size', letter('S', 14) + rest],
  ['a large word', letter('SOME', 70) + rest],
  [
    'a letter in a mark of its own',
    `/H1 <</MCID 0>> BDC\n${letter('S', 70)}EMC\n/P <</MCID 1>> BDC\n${rest}EMC\n`,
  ],
  ['a glyph that nobody knows', letter('?', 70) + rest],
  ['a letter that is a word', letter('A', 70) + rest.replace('(o)', '( )')],
])('%s stays as it is', (_, source) => {
  expect(joinDropCaps(source, textOf)).toBe(source)
})
