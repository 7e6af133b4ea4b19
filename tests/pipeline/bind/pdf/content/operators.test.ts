import { describe, expect, test } from 'vitest'
import {
  readOperators,
  stringOperands,
  UnreadableContent,
} from '../../../../../pipeline/bind/pdf/content/operators.js'

const read = (source: string) => readOperators(source).map(({ start, end }) => source.slice(start, end))

describe('readOperators', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['q\n1 0 0 -1 .5 -2 cm\nQ\n', ['q', '1 0 0 -1 .5 -2 cm', 'Q']],
    ['/F4 10 Tf 7 0 Td <00 13> Tj T*', ['/F4 10 Tf', '7 0 Td', '<00 13> Tj', 'T*']],
    ['[(a) -3 <62>]TJ (x)\' 1 2(y)"', ['[(a) -3 <62>]TJ', "(x)'", '1 2(y)"']],
    ['/P <</MCID 0 /A [true null] /L (BT)>>BDC EMC', ['/P <</MCID 0 /A [true null] /L (BT)>>BDC', 'EMC']],
    ['(a (b) \\) Tj c) Tj', ['(a (b) \\) Tj c) Tj']],
    ['% q Q\nf % end', ['f']],
  ])('%j', (source, operators) => {
    expect(read(source)).toEqual(operators)
  })

  test.each(['BI /W 1 ID x EI', '(open', '<41', '[1 2', '<< /A 1', '>> q', '1 2', '} q'])(
    'refuses %j',
    source => {
      expect(() => readOperators(source)).toThrow(UnreadableContent)
    },
  )
})

describe('stringOperands', () => {
  test.each<[string, string[]]>([
    ['<0013> Tj', ['\0\x13']],
    ['< 41 4> Tj', ['A@']],
    ['[(a\\(b\\)) 5 (\\101\\n\\\r\nz)] TJ', ['a(b)', 'A\nz']],
    ['/F1 2 Tf', []],
  ])('%j', (source, strings) => {
    const [operator] = readOperators(source)
    expect(operator && stringOperands(source, operator)).toEqual(strings)
  })
})
