import { describe, expect, test } from 'vitest'
import { edited } from '../../../../../pipeline/bind/pdf/content/edits.js'
import { mendLineEnds } from '../../../../../pipeline/bind/pdf/content/line-ends.js'
import { readAlong } from '../../../../../pipeline/bind/pdf/reading.js'

/** Codes are the letters themselves. */
const fonts = {
  textOf: (_: string, codes: string) => codes,
  spaceFor: (font: string) =>
    font === 'F9' ? undefined : { font: font === 'F0' ? 'F1' : font, operand: '( )' },
}
const line = (text: string, font = 'F1') => `BT /${font} 9 Tf (${text}) Tj ET\n`
/** As Chromium writes them, one by one. */
const dashes = `BT /F1 9 Tf ${Array(30).fill('(-) Tj').join(' ')} ET\n`
const tagged = (content: string, mcid = 0) => `/P <</MCID ${mcid}>> BDC\n${content}EMC\n`
const soft = '/Span<</ActualText <FEFF00AD> >> BDC (?) Tj EMC'

const mended = (source: string, words: string, free: number | undefined = 9) => {
  const { edits, cuts } = mendLineEnds(source, fonts, readAlong(words), free)
  return { source: edited(source, edits), cuts }
}

describe('a line that ends', () => {
  test.each<[what: string, source: string, words: string, expected: string]>([
    [
      'between two words has a space',
      line('all about') + line('the tide'),
      'all about the tide',
      '(all about) Tj\n( ) Tj ET',
    ],
    [
      'behind a hyphen has none',
      line('the well-') + line('known one'),
      'the well-known one',
      '(the well-) Tj ET',
    ],
    ['in an address has none', line('org/a/') + line('b/c'), 'org/a/b/c', '(org/a/) Tj ET'],
    ['between Chinese signs has none', line('潮水') + line('上涨'), '潮水上涨', '(潮水) Tj ET'],
    [
      'with a space of its own has no other',
      line('all about ') + line('it'),
      'all about it',
      '(all about ) Tj ET',
    ],
    [
      'before a space of the next has none',
      line('all about') + line(' it'),
      'all about it',
      '(all about) Tj ET',
    ],
    [
      'with a paragraph has none',
      line('all about.') + line('The tide'),
      '\nall about.\nThe tide\n',
      '(all about.) Tj ET',
    ],
    [
      'in a face without a space has one of another',
      line('all about', 'F0') + line('it'),
      'all about it',
      '(all about) Tj\n/F1 9 Tf\n( ) Tj\n/F0 9 Tf ET',
    ],
    [
      'where no face has a space has none',
      line('all about', 'F9') + line('it', 'F9'),
      'all about it',
      '(all about) Tj ET',
    ],
    [
      'behind indented code has one',
      line('if (a)   {') + line('    b()') + line('}  }') + line('end'),
      'if (a) { b()} } end',
      '(}  }) Tj\n( ) Tj ET',
    ],
    [
      'of dashes alone has one where all of them end',
      dashes + dashes + line('end'),
      `${'-'.repeat(60)} end`,
      `ET\n${dashes.slice(0, -' ET\n'.length)}\n( ) Tj ET`,
    ],
    [
      'behind code that stands elsewhere as words has none',
      line('import  include from') + line('    [') + line('include') + line('()]'),
      'import include from [include()]',
      '(include) Tj ET',
    ],
    [
      'in words that nobody knows has none',
      line('all about') + line('it'),
      'Other words',
      '(all about) Tj ET',
    ],
  ])('%s', (_, source, words, expected) => {
    expect(mended(tagged(source), words).source).toContain(expected)
  })

  test('in other words of the document has a space, too', () => {
    const source = tagged(line('all about'), 0) + tagged(line('the tide'), 1)
    expect(mended(source, 'all about the tide').source).toContain('(all about) Tj\n( ) Tj ET\nEMC')
  })

  test('behind a ligature has its space behind what that says', () => {
    const ligature = 'BT /F1 9 Tf /Span<</ActualText <FEFF00660069> >> BDC (*) Tj EMC ET\n'
    expect(mended(tagged(line('wi') + ligature + line('fi')), 'wifi fi').source).toContain('EMC\n( ) Tj ET')
  })

  test('at the end of a page has a space, and the next page goes on', () => {
    const next = readAlong('all about the tide goes')
    for (const text of ['all about', 'the tide']) {
      const { edits } = mendLineEnds(tagged(line(text)), fonts, next, 1)
      expect(edits.map(edit => edit.text)).toEqual(['\n( ) Tj'])
    }
  })

  test('outside of what is tagged stays', () => {
    expect(mended(line('all about') + line('the tide'), 'all about the tide').source).not.toContain('( ) Tj')
  })
})

describe('the hyphen of a divided word', () => {
  const divided = tagged(`BT /F1 9 Tf (com) Tj ${soft} ET\n${line('-')}${line('mon')}`, 3)

  test('is content of its own, and what follows it too', () => {
    const { source, cuts } = mended(divided, 'common')
    expect(cuts).toEqual([{ mcid: 3, hyphen: 9, rest: 10 }])
    expect(source).toContain(`EMC\n/Span <</MCID 9>> BDC\n${line('-').trim()}\nEMC\n/P <</MCID 10>> BDC\n`)
  })

  test('is told from one that was written', () => {
    expect(mended(tagged(line('com-') + line('mon')), 'com-mon').cuts).toEqual([])
    expect(mended(tagged(line('com') + line('-') + line('mon')), 'com-mon').cuts).toEqual([])
  })

  test('stays where nothing can be cut', () => {
    const untagged = mendLineEnds(divided, fonts, readAlong('common'), undefined)
    expect(untagged).toEqual({ edits: [], cuts: [] })
  })
})
