import { describe, expect, it } from 'vitest'
import type { BookDocument, DocumentHeading } from '../../../../templates/epub/package/book.js'
import {
  type ContentsEntry,
  contentsOf,
  depthOf,
  hasContentsPage,
  titleOf,
} from '../../../../templates/epub/package/contents.js'
import { sampleBook } from '../../../pipeline/bind/epub/sample-book.js'

const document: BookDocument = {
  file: 'a.xhtml',
  title: 'A',
  lang: 'en-GB',
  matter: 'bodymatter',
  body: [],
  headings: [],
  inContents: true,
}

const bookOf = (...documents: BookDocument[]) => ({ ...sampleBook(), documents })

/** As `A(b(c)d)`. */
const outline = (entries: readonly ContentsEntry[]): string =>
  entries
    .map(({ title, children }) => title + (children.length > 0 ? `(${outline(children)})` : ''))
    .join(' ')

describe('headings', () => {
  it.each<[string, readonly DocumentHeading['depth'][], string]>([
    ['one level', [2, 2], 'A(0 1)'],
    ['levels', [2, 3, 4, 3, 2], 'A(0(1(2) 3) 4)'],
    ['a level left out', [2, 4, 3], 'A(0(1 2))'],
    ['a first one that is deep', [4, 3, 2], 'A(0 1 2)'],
  ])('nest by level: %s', (_what, depths, expected) => {
    const headings = depths.map((depth, index) => ({ id: `h${index}`, title: String(index), depth }))
    expect(outline(contentsOf(bookOf({ ...document, headings })))).toBe(expected)
  })

  it('without a character to show are no lines', () => {
    const headings = [{ id: 'h', title: '\u0000 \n', depth: 2 } as const]
    expect(outline(contentsOf(bookOf({ ...document, headings })))).toBe('A')
  })

  it('are linked to by ids of any script, encoded where a URL asks for it', () => {
    const headings = ['満潮', 'a%"b'].map(id => ({ id, title: id, depth: 2 as const }))
    const [line] = contentsOf(bookOf({ ...document, headings }))
    expect(line?.children.map(({ href }) => href)).toEqual(['a.xhtml#満潮', 'a.xhtml#a%25%22b'])
  })
})

it('lists what stands in a part below it, in its order, after the part’s own headings', () => {
  const part = { ...document, headings: [{ id: 'h', title: 'H', depth: 2 } as const] }
  const inside = (name: string) => ({ ...document, file: `${name}.xhtml`, title: name, under: 'a.xhtml' })
  const lost = { ...document, file: 'z.xhtml', title: 'Z', under: 'nowhere.xhtml' }
  expect(outline(contentsOf(bookOf(part, inside('B'), inside('C'), lost)))).toBe('A(H B C) Z')
})

it('lists the documents that ask for it', () => {
  const other = { ...document, file: 'b.xhtml', title: 'B', inContents: false }
  expect(outline(contentsOf(bookOf(other, document)))).toBe('A')
})

it('says language and direction of a document where they are not the book’s', () => {
  const arabic = { ...document, file: 'b.xhtml', lang: 'ar', dir: 'rtl' as const }
  expect(contentsOf(bookOf(document, arabic))).toEqual([
    { title: 'A', href: 'a.xhtml', children: [] },
    { title: 'A', href: 'b.xhtml', lang: 'ar', dir: 'rtl', children: [] },
  ])
  expect(contentsOf({ ...bookOf(document), dir: 'rtl' })[0]?.dir).toBe('ltr')
})

it('calls a document without a title by the book’s', () => {
  expect(titleOf({ ...document, title: ' ' }, { ...sampleBook(), title: 'The\nbook' })).toBe('The book')
})

it('is a page when it has more than a line', () => {
  const heading = { id: 'h', title: 'H', depth: 2 } as const
  expect(hasContentsPage(bookOf(document))).toBe(false)
  expect(hasContentsPage(bookOf(document, { ...document, file: 'b.xhtml' }))).toBe(true)
  expect(hasContentsPage(bookOf({ ...document, headings: [heading] }))).toBe(true)
})

it('counts its levels', () => {
  const headings = ([2, 3, 2] as const).map((depth, index) => ({ id: `h${index}`, title: 'H', depth }))
  expect(depthOf(contentsOf(bookOf({ ...document, headings })))).toBe(3)
  expect(depthOf([])).toBe(0)
})
