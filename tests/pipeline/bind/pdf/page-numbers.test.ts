import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import { describe, expect, test } from 'vitest'
import { bindPdf, type Printer } from '../../../../pipeline/bind/pdf/bind.js'
import { placesOf } from '../../../../pipeline/bind/pdf/destinations.js'
import { namedPages, printNumbered, withPages } from '../../../../pipeline/bind/pdf/page-numbers.js'
import { poppler } from '../../../support/poppler.js'
import { printDocument } from './document.js'
import { opened } from './opened.js'

/** A file as Chromium writes it, as far as pages and places go. */
function fileOf(pages: number, places: Readonly<Record<string, number>>, junk = ''): Uint8Array {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 4} 0 R`).join(' ')
  const names = Object.entries(places).map(([name, page]) => `/${name} [${page + 3} 0 R /XYZ 0 0 0]`)
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R\n/Dests 3 0 R>>',
    `<</Type /Pages\n/Count ${pages}\n/Kids [${kids}]>>`,
    `<<${names.join('\n')}>>`,
    ...Array.from({ length: pages }, () => '<</Type /Page\n/Parent 2 0 R>>'),
  ]
  let file = `%PDF-1.4\n${junk}`
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(`${file}${table}trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R>>\n`, 'latin1')
}

const page = (id: string) => h('span', { dataPageOf: id }, '000')
const root = (...ids: string[]): Root => ({ type: 'root', children: [h('p', ids.map(page))] })

describe('the places of a file', () => {
  test('are its named destinations, by page', () => {
    const { pages, pageOf } = placesOf(fileOf(12, { one: 1, twelve: 12 }))
    expect(pages).toBe(12)
    expect([...pageOf]).toEqual([
      ['one', 1],
      ['twelve', 12],
    ])
  })

  test('have the names of ids in any script', () => {
    const { pageOf } = placesOf(fileOf(2, { '#25D9#2585#25D8#25AF': 2, 'a#2520b': 1, '100#25': 1 }))
    expect([...pageOf.keys()]).toEqual(['مد', 'a b', '100%'])
  })

  test('are not read from what only looks like an object', () => {
    const junk = '3 0 obj\n<</one [5 0 R /XYZ 0 0 0]>>\nendobj\n'
    expect(placesOf(fileOf(3, { one: 3 }, junk)).pageOf.get('one')).toBe(3)
  })

  test('are none in a file that is written otherwise', () => {
    expect(placesOf(Buffer.from('%PDF-1.7\n%%EOF'))).toEqual({ pages: 0, pageOf: new Map() })
  })
})

describe('a document that names pages', () => {
  test('names each once, wherever it stands', () => {
    expect([...namedPages(root('a', 'b', 'a'))]).toEqual(['a', 'b'])
  })

  test('gets the numbers, and stays as it was', () => {
    const html = root('a', 'b')
    expect(toHtml(withPages(html, new Map([['a', 7]])))).toBe(
      '<p><span data-page-of="a">7</span><span data-page-of="b"></span></p>',
    )
    expect(toHtml(html)).toContain('000')
  })

  /** Prints on paper where each print has `a` on the next page of a list. */
  async function printedOn(pages: readonly number[]) {
    const prints: string[] = []
    const result = await printNumbered(root('a'), async (html, draft) => {
      prints.push(`${draft ? 'draft ' : ''}${toHtml(html).replace(/<[^>]*>/g, '')}`)
      return { bytes: fileOf(9, { a: pages[prints.length - 1] ?? 9 }) }
    })
    return { prints, moved: result.moved, last: placesOf(result.printed.bytes).pageOf.get('a') }
  }

  test('is printed twice: as a draft, then with the numbers', async () => {
    expect(await printedOn([4, 4])).toEqual({ prints: ['draft 000', '4'], moved: [], last: 4 })
  })

  test('is printed again where the numbers moved it', async () => {
    expect(await printedOn([4, 5, 5])).toEqual({ prints: ['draft 000', '4', '5'], moved: [], last: 5 })
  })

  test('that does not come to rest is printed twice more, and says what moved', async () => {
    expect(await printedOn([4, 5, 4, 5, 4])).toEqual({
      prints: ['draft 000', '4', '5', '4'],
      moved: ['a'],
      last: 5,
    })
  })

  test('is printed once where it names none', async () => {
    const drafts: boolean[] = []
    await printNumbered(root(), async (_, draft) => {
      drafts.push(draft)
      return { bytes: fileOf(1, {}) }
    })
    expect(drafts).toEqual([false])
  })
})

describe('a reference', () => {
  const document: Root = {
    type: 'root',
    children: [h('body', [h('p', [h('span', { dataUnlessBeside: 'a' }, [' (', page('a'), ')'])])])],
  }

  /** Prints on paper where each print has `a` and the reference to it on the next two pages of a list. */
  async function printedOn(places: readonly (readonly [number, number])[]) {
    const prints: string[] = []
    const result = await printNumbered(document, async html => {
      const text = toHtml(html)
      expect(text).toContain('<div hidden><a href="#tf-reference-1"></a></div>')
      prints.push(text.replace(/<[^>]*>/g, '').trim())
      const [a = 9, reference = 9] = places[prints.length - 1] ?? places.at(-1) ?? []
      return { bytes: fileOf(9, { a, 'tf-reference-1': reference }) }
    })
    return { prints, moved: result.moved }
  }

  test('names a page that is not its own', async () => {
    expect(await printedOn([[4, 3]])).toEqual({ prints: ['(000)', '(4)'], moved: [] })
  })

  test('on the same page says nothing', async () => {
    expect(await printedOn([[4, 4]])).toEqual({ prints: ['(000)', ''], moved: [] })
  })

  test('that is on another page once it says nothing is put in again, and stays', async () => {
    expect(
      await printedOn([
        [4, 4],
        [4, 3],
        [4, 4],
      ]),
    ).toEqual({ prints: ['(000)', '', '(4)'], moved: [] })
  })

  test('says nothing either where the document is laid out once more, with more ids in it', async () => {
    const prints: string[] = []
    const printer: Printer = {
      async print(html) {
        prints.push(html.replace(/<[^>]*>/g, '').trim())
        return { bytes: fileOf(9, { a: 4, b: 2, 'tf-reference-1': 4, 'tf-reference-2': 4 }), missing: [] }
      },
      close: async () => {},
    }
    const twice: Root = {
      type: 'root',
      children: [
        h('body', [
          h('p', [
            h('span', { dataUnlessBeside: 'a' }, [' (', page('a'), ')']),
            h('span', { dataUnlessBeside: 'b' }, [' (', page('b'), ')']),
          ]),
        ]),
      ],
    }
    const { pageOf } = await bindPdf(printer, { ...printDocument(''), html: twice, anchored: twice })
    expect(prints).toEqual(['(000) (000)', '(2)', '(2)'])
    expect(pageOf?.get('a')).toBe(4)
  })

  test('is never left out wrongly, however the pages move', async () => {
    for (let seed = 0; seed < 200; seed++) {
      const at = (print: number) => 1 + ((seed * 7919 + print * 104_729) % 3)
      const places = Array.from({ length: 8 }, (_, print) => [at(2 * print), at(2 * print + 1)] as const)
      const { prints, moved } = await printedOn(places)
      expect(prints.length).toBeLessThanOrEqual(5)
      const [a, reference] = places[prints.length - 1] ?? []
      if (prints.at(-1) === '') expect(a).toBe(reference)
      else if (moved.length === 0) expect(prints.at(-1)).toBe(`(${a})`)
    }
  })
})

describe('in print', () => {
  const on = opened()

  const ids = ['first', 'zweiter Teil', 'المد', 'a%41/b', 'x(y)<z>']
  const body = [
    '<h1>Places</h1>',
    ...ids.map(
      id => `<p><a href="#${encodeURIComponent(id)}">Go</a>: <span data-page-of="${id}">000</span>.</p>`,
    ),
    ...ids.map(id => `<h2 style="break-before:page" id="${id.replace('<', '&lt;')}">Heading</h2>`),
  ].join('')

  test('the numbers are the pages, whatever an id is made of', async () => {
    const { bytes, moved, pages } = await bindPdf(on.printer, printDocument(body))
    expect(moved).toEqual([])
    expect(pages).toBe(6)
    expect(poppler('pdftotext', bytes).match(/Go: (\d+)\./g)).toEqual([2, 3, 4, 5, 6].map(n => `Go: ${n}.`))
  })

  test('the second print has tags and outline as any other', async () => {
    const { bytes, unfinished } = await bindPdf(on.printer, printDocument(body))
    expect(unfinished).toBeUndefined()
    expect(poppler('pdfinfo', bytes)).toMatch(/^Tagged: +yes$/m)
  })
})
