import { expect, test } from 'vitest'
import { paperNames } from '../../../pipeline/config/theme-schema.js'
import { columnWidth, marginsFor, textWidth } from '../../../templates/print/paper.js'
import { defaultTokens } from '../../../templates/tokens.js'

const widthOf = (size: string) => textWidth({ ...defaultTokens.paper, size, margins: [0, 10, 0, 10] })
const millimetre = 72 / 25.4

test.each([
  ['A4', 190],
  ['A5', 128],
  ['Letter', 195.9],
  ['A4 landscape', 277],
  ['148mm 210mm', 128],
  ['15cm 20cm', 130],
  ['6in 9in', 132.4],
  ['360pt 500pt', 107],
])('%s is %d mm wide between margins of 10', (size, width) => {
  expect(widthOf(size)).toBeCloseTo(width * millimetre, 5)
})

test('every size that a config may name is known', () => {
  const unknown = paperNames.filter(name => name !== 'A4' && widthOf(name) === widthOf('A4'))
  expect(unknown).toEqual([])
})

test.each([
  ['A4', [24, 30, 26, 30]],
  ['Letter', [24, 30, 26, 30]],
  ['A5', [17, 21, 18, 21]],
  ['70mm 100mm', [8, 10, 9, 10]],
])('the margins of %s are %j, as ours are to A4', (size, margins) => {
  expect(marginsFor({ ...defaultTokens.paper, size })).toEqual(margins)
})

test('a column is what two share of the width between the margins', () => {
  const paper = { ...defaultTokens.paper, margins: [0, 10, 0, 10] as const, body: 10 }
  expect(columnWidth(paper)).toBe(textWidth(paper))
  expect(columnWidth({ ...paper, columns: 2 })).toBeCloseTo((textWidth(paper) - 20) / 2, 5)
})
