import { expect, test } from 'vitest'
import { edited } from '../../../../../pipeline/bind/pdf/content/edits.js'
import { softHyphenEdits } from '../../../../../pipeline/bind/pdf/content/soft-hyphens.js'

test.each<[what: string, source: string, stripped: string]>([
  [
    'a span with a move',
    'BT /Span<</ActualText <FEFF00AD> >> BDC\n9 0 Td <0001> Tj\nEMC\n<02> Tj ET',
    'BT 9 0 Td\n<02> Tj ET',
  ],
  ['a span without', 'BT /Span << /ActualText <feff00ad> >> BDC <0001> Tj EMC ET', 'BT  ET'],
  [
    'a blank of another face',
    'BT /Span<</ActualText <FEFF00AD> >> BDC\n/F9 14 Tf\n1 0 0 -1 71 156 Tm\n9 0 Td <0001> Tj\nEMC\nET',
    'BT /F9 14 Tf\n1 0 0 -1 71 156 Tm\n9 0 Td\nET',
  ],
  [
    'another text',
    '/Span <</ActualText <FEFF00410041>>> BDC <01> Tj EMC',
    '/Span <</ActualText <FEFF00410041>>> BDC <01> Tj EMC',
  ],
  [
    'a ligature around one',
    'BT /Span<</ActualText <FEFF006600AD00660069> >> BDC\n9 0 Td <0001> Tj\nEMC\n<02> Tj ET',
    'BT /Span<</ActualText <FEFF006600660069> >> BDC\n9 0 Td <0001> Tj\nEMC\n<02> Tj ET',
  ],
  [
    'letters whose codes have its digits',
    '/Span<</ActualText <FEFF2000AD41> >> BDC <0001> Tj EMC',
    '/Span<</ActualText <FEFF2000AD41> >> BDC <0001> Tj EMC',
  ],
  [
    'a span that does more',
    '/Span <</ActualText <FEFF00AD>>> BDC 1 0 0 rg <01> Tj EMC',
    '/Span <</ActualText <FEFF00AD>>> BDC 1 0 0 rg <01> Tj EMC',
  ],
  [
    'a span without its end',
    '/Span <</ActualText <FEFF00AD>>> BDC <01> Tj',
    '/Span <</ActualText <FEFF00AD>>> BDC <01> Tj',
  ],
])('%s', (_, source, stripped) => {
  expect(edited(source, softHyphenEdits(source))).toBe(stripped)
})
