import { expect, test } from 'vitest'
import { fileSize } from '../../../templates/web/file-size.js'

test.each([
  [0, 'en', '1 kB'],
  [499, 'en', '1 kB'],
  [102_400, 'en', '102 kB'],
  [999_499, 'en', '999 kB'],
  [999_500, 'en', '1 MB'],
  [1_249_999, 'en', '1.2 MB'],
  [12_500_000, 'en', '13 MB'],
  [1_240_000, 'de', '1,2 MB'],
  [1_240_000, 'fr', '1,2 Mo'],
  [340_000, 'fr', '340 ko'],
  [1_240_000, 'es', '1,2 MB'],
])('%i bytes in %s', (bytes, lang, expected) => {
  expect(fileSize(bytes, lang).replace(/\s/g, ' ')).toBe(expected)
})
