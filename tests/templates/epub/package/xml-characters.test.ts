import { expect, it } from 'vitest'
import { printable, xmlText } from '../../../../templates/epub/package/xml-characters.js'

it.each([
  ['NUL and control characters', 'a\u0000b\u0008c\u000bd\u001fe', 'abcde'],
  ['noncharacters', 'a\ufffeb\uffffc', 'abc'],
  ['halves of surrogate pairs', 'a\ud800b\udfffc\ud800', 'abc'],
])('takes out %s', (_what, text, expected) => {
  expect(xmlText(text)).toBe(expected)
})

it.each(['tab\t, line\n and return\r', 'whole pairs: 𠮷 👩‍🚀', 'marks: \u200f \u2068 \u0301 \ufeff \u0085'])(
  'keeps %j',
  text => {
    expect(xmlText(text)).toBe(text)
  },
)

it.each([
  [' a\n\t b \u0000 ', 'a b'],
  ['\u0000 \u0001', ''],
  [undefined, ''],
])('puts %j on one line', (text, expected) => {
  expect(printable(text)).toBe(expected)
})
