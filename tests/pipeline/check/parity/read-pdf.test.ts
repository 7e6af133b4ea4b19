import { describe, expect, test } from 'vitest'
import { dictAt, name } from '../../../../pipeline/bind/pdf/objects.js'
import { PDFDict, PDFHexString, type PDFRef } from '../../../../pipeline/bind/pdf/pdf-lib.js'
import { readPdf, UnreadablePdf } from '../../../../pipeline/check/parity/read-pdf.js'
import { type Made, madePdf } from './made-pdf.js'

/** Numbered contents, one line each. */
const numbered = (...texts: readonly string[]) =>
  texts
    .map(
      (text, mcid) =>
        `/P <</MCID ${mcid}>> BDC BT /F1 9 Tf 1 0 0 1 9 ${90 - 9 * mcid} Tm (${text}) Tj ET EMC`,
    )
    .join('\n')

const element = ({ add, page }: Made, S: string, K: unknown, more: object = {}): PDFRef =>
  add({ S, Pg: page, K, ...more })

const lines = (text: string) => text.replace(/\n+/g, '\n').trim().split('\n')

describe('a tagged file', () => {
  test('is read in the order of its structure, a line for each block', async () => {
    const bytes = await madePdf(numbered('last', 'fi', 'rst', 'code'), made => {
      const inline = element(made, 'Span', 2)
      made.tag(
        element(made, 'Art', [
          element(made, 'P', [1, inline]),
          element(made, 'Code', 3),
          element(made, 'P', 0),
        ]),
      )
    })
    const { text, order } = await readPdf(bytes)
    expect(order).toBe('structure')
    expect(lines(text)).toEqual(['first', 'code', 'last'])
  })

  test('says replacement and alternative texts in place of what they stand for', async () => {
    const spoken =
      '/Span <</ActualText <FEFF0041006E>>> BDC BT /F1 9 Tf (x) Tj ET EMC /Span <</ActualText (d)>> BDC BT (y) Tj ET EMC'
    const content = `${numbered('a', 'b')}\n/P <</MCID 2>> BDC ${spoken} EMC /P /Named BDC BT (e) Tj ET EMC`
    const bytes = await madePdf(content, made => {
      dictAt(made.pdf.getPage(0).node, 'Resources')?.set(
        name('Properties'),
        made.pdf.context.obj({ Named: { MCID: 3 } }),
      )
      const text = (said: string) => PDFHexString.fromText(said)
      made.tag(
        element(made, 'P', [
          element(made, 'Span', 0, { ActualText: text('one') }),
          element(made, 'Figure', 1, { Alt: text('a mill') }),
          element(made, 'Formula', [], { Alt: text('') }),
          2,
          3,
        ]),
      )
    })
    expect((await readPdf(bytes)).text.trim()).toBe('one a mill Ande')
  })

  test('leaves artifacts out, and reads the forms that a page draws', async () => {
    const content = `${numbered('words')} /Artifact BMC BT /F1 9 Tf (head) Tj ET EMC /P <</MCID 1>> BDC /X1 Do EMC`
    const bytes = await madePdf(content, made => {
      const resources = dictAt(made.pdf.getPage(0).node, 'Resources')
      const dict = { Subtype: 'Form', Resources: resources }
      const form = made.stream('BT /F1 9 Tf (within) Tj ET /P <</MCID 0>> BDC (own) Tj EMC /X1 Do', dict)
      dictAt(resources, 'XObject')?.set(name('X1'), form)
      made.tag(
        element(made, 'P', [0]),
        element(made, 'P', [1]),
        element(made, 'P', [made.add({ Type: 'MCR', Stm: form, MCID: 0 })]),
      )
    })
    expect(lines((await readPdf(bytes)).text)).toEqual(['words', 'within', 'own'])
  })

  test('has each link once, over however many lines, and none within the document', async () => {
    const link = (made: Made, action: object) => made.add({ Subtype: 'Link', A: action })
    const bytes = await madePdf(numbered('a'), made => {
      const uri = (address: string) => link(made, { S: 'URI', URI: PDFHexString.fromText(address) })
      const [second, third] = [uri('https://b.example/'), uri('https://b.example/')]
      const kids = (...refs: PDFRef[]) => refs.map(Obj => made.add({ Type: 'OBJR', Obj }))
      made.tag(
        element(made, 'Link', kids(second, third)),
        element(made, 'Link', kids(link(made, { S: 'GoTo' }))),
        element(made, 'Link', kids(uri('https://a.example/')), { ActualText: PDFHexString.fromText('said') }),
        element(made, 'Link', kids(uri('https://b.example/'))),
      )
    })
    expect((await readPdf(bytes)).links).toEqual([
      'https://b.example/',
      'https://a.example/',
      'https://b.example/',
    ])
  })

  test('says where nobody knows what a glyph is', async () => {
    const bytes = await madePdf('/P <</MCID 0>> BDC BT /F1 9 Tf (a\\001b) Tj ET EMC', made =>
      made.tag(element(made, 'P', 0)),
    )
    expect((await readPdf(bytes)).text.trim()).toBe('a\uFFFDb')
  })

  test('comes to an end where its structure does not, and where it is very deep', async () => {
    const bytes = await madePdf(numbered('once'), made => {
      const first = element(made, 'P', [0])
      let deep = first
      for (let depth = 0; depth < 12_000; depth++) deep = element(made, 'Span', [deep])
      const dict = made.pdf.context.lookup(first, PDFDict)
      dict.set(name('K'), made.pdf.context.obj([0, deep]))
      made.tag(deep, deep)
    })
    expect(lines((await readPdf(bytes)).text)).toEqual(['once'])
  })
})

test('an untagged file is read in the order of its content, and says so', async () => {
  const content =
    'BT /F1 9 Tf 1 0 0 1 9 90 Tm (One) Tj 20 0 Td ( line) Tj 0 -9 Td (another) Tj T* (third) Tj ET'
  expect(await readPdf(await madePdf(content))).toEqual({
    text: '\nOne line\nanother\nthird\n',
    links: [],
    order: 'content',
  })
})

describe('what cannot be read is told of', () => {
  test.each([
    ['bytes of something else', async () => Buffer.from('no PDF')],
    ['a file without its end', async () => (await madePdf(numbered('a'))).slice(0, 400)],
    ['an inline image', () => madePdf('BI /W 1 ID x EI')],
    ['a content stream that ends midway', () => madePdf('BT (a')],
  ])('%s', async (_, bytes) => {
    await expect(readPdf(await bytes())).rejects.toThrow(UnreadablePdf)
  })

  test('forms that draw one another without end', async () => {
    const bytes = await madePdf('/X0 Do', made => {
      const resources = dictAt(made.pdf.getPage(0).node, 'Resources')
      for (let index = 0; index < 8; index++) {
        const draws = `/X${index + 1} Do `.repeat(9)
        const form = made.stream(draws, { Subtype: 'Form', Resources: resources })
        dictAt(resources, 'XObject')?.set(name(`X${index}`), form)
      }
    })
    await expect(readPdf(bytes)).rejects.toThrow('forms without end')
  })
})
