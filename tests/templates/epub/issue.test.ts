import { toHtml } from 'hast-util-to-html'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Issue } from '../../../pipeline/article.js'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { anchored } from '../../../pipeline/render/pages/anchors.js'
import { pageStarts } from '../../../pipeline/render/pages/page-starts.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import type { Book } from '../../../templates/epub/package/book.js'
import { type ContentsEntry, contentsOf } from '../../../templates/epub/package/contents.js'
import { pagesOf } from '../../../templates/epub/package/pages.js'
import { renderingOf } from '../../support/rendering.js'
import { aNumber, changed, several } from '../../support/several.js'
import { readZip } from '../../support/zip.js'

const bookOf = (issue: Issue) => epubTemplate(renderingOf(issue, 'epub'))
const bodyOf = (book: Book, file: string) => {
  const document = book.documents.find(each => each.file === file)
  return toHtml([...(document?.body ?? [])])
}
const words = (html: string) => html.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')

let book: Book
let files: Map<string, string>
beforeAll(async () => {
  book = bookOf(await several(aNumber))
  const entries = readZip(await bindEpub(book))
  files = new Map(entries.map(({ name, text }) => [name.replace(/^OEBPS\//, ''), text]))
})

test('is a valid book', async () => {
  expect(await checkEpub(await bindEpub(book))).toEqual([])
})

describe('its files', () => {
  test('are one for each article, in order, each section’s after a page of its own', () => {
    expect(book.documents.map(({ file }) => file)).toEqual([
      ...['title.xhtml', 'ch-001.xhtml'],
      ...['part-01.xhtml', 'ch-002.xhtml', 'ch-003.xhtml'],
      ...['part-02.xhtml', 'ch-004.xhtml'],
    ])
    const spine = [...(files.get('content.opf') ?? '').matchAll(/<itemref idref="([^"]+)"/g)].map(
      ([, id]) => id,
    )
    expect(spine).toEqual([
      'document-1',
      'contents',
      ...[2, 3, 4, 5, 6, 7].map(number => `document-${number}`),
    ])
  })

  test('begin, for who opens the book at its text, with the letter, or else with the first part', async () => {
    const start = ({ documents }: Book) => documents.filter(({ landmark }) => landmark === 'bodymatter')
    expect(start(book).map(({ file }) => file)).toEqual(['ch-001.xhtml'])
    const without = await changed({ 'issue.yaml': text => text.replace('letter: letter.md\n', '') })
    expect(start(bookOf(without)).map(({ file }) => file)).toEqual(['part-01.xhtml'])
    expect(files.get('toc.xhtml')).toContain('<a epub:type="bodymatter" href="ch-001.xhtml">')
  })

  test('of a section say its title, and who wrote what in it', () => {
    expect(bodyOf(book, 'part-01.xhtml')).toBe(
      '<section class="part-page" epub:type="part" role="doc-part" aria-labelledby="tf-part-01"><h1 id="tf-part-01">Essays</h1><ol><li><a href="ch-002.xhtml#tf-title-a2">First</a><p class="authors">Di and Ed</p></li><li><a href="ch-003.xhtml#tf-title-a3">Second</a><p class="authors">Gus</p></li></ol></section>',
    )
    expect(bodyOf(book, 'part-02.xhtml')).toContain(
      '<li lang="de" dir="ltr"><a href="ch-004.xhtml#tf-title-a4">',
    )
  })
})

describe('its contents', () => {
  const outline = (entries: readonly ContentsEntry[]): string =>
    entries
      .map(({ title, children }) => title + (children.length > 0 ? ` (${outline(children)})` : ''))
      .join(', ')

  test('are of parts, chapters and headings', () => {
    expect(outline(contentsOf(book))).toBe(
      'To begin with, Essays (First (One (Below (Deeper))), Second), From elsewhere (Das Watt (Teil))',
    )
  })

  test('are two deep for readers of EPUB 2: parts and chapters', () => {
    const ncx = files.get('toc.ncx') ?? ''
    expect(ncx).toContain('<meta name="dtb:depth" content="2"')
    expect([...ncx.matchAll(/<text>([^<]*)/g)].map(([, title]) => title)).toEqual([
      ...['Deep water', 'To begin with', 'Essays', 'First', 'Second', 'From elsewhere', 'Das Watt'],
    ])
    expect(ncx).toMatch(/Essays<\/text><\/navLabel><content src="part-01\.xhtml"\s*\/><navPoint/)
  })
})

describe('its chapters', () => {
  test('have each its own byline, date, disclosure, source and rights', () => {
    expect(words(bodyOf(book, 'ch-002.xhtml'))).toMatch(
      /^\|First\|By \|Di and Ed\|5 January 2026\|.*\|Licence: CC BY 4\.0\|$/s,
    )
    expect(words(bodyOf(book, 'ch-003.xhtml'))).toMatch(
      /By \|Gus\|.*Gus works for the port\.\|Licence: CC BY 4\.0\|$/s,
    )
    expect(words(bodyOf(book, 'ch-004.xhtml'))).toMatch(
      // Its words are in the issue's language, and marked with it.
      /By\| \|Ines\|Republished from\| \|The Review\|.*Republished from\| \|The Review\| \(\|CC BY-ND 4\.0\|\)\. \|Read the original\|\.\|$/s,
    )
  })

  test('lead to one another by file and place', () => {
    expect(bodyOf(book, 'ch-001.xhtml')).toContain('<a href="ch-003.xhtml#tf-title-a3">the second</a>')
    expect(bodyOf(book, 'ch-001.xhtml')).toContain('<a href="ch-004.xhtml#a4-teil">a part</a>')
    expect(files.get('ch-004.xhtml')).toContain('id="a4-teil"')
  })

  test('begin with a letter that is a preface, signed by its writer', async () => {
    expect(bodyOf(book, 'ch-001.xhtml')).toMatch(
      /^<section class="letter" epub:type="preface" role="doc-preface"/,
    )
    expect(words(bodyOf(book, 'ch-001.xhtml'))).toMatch(
      /^\|To begin with\|Dear reader,\|.*\|Ada Quay\|Saltmere\|Notes\|/s,
    )
    const unsigned = await changed({ 'letter.md': text => text.replace('*Ada Quay*\\\nSaltmere\n', '') })
    expect(words(bodyOf(bookOf(unsigned), 'ch-001.xhtml'))).toMatch(/\|Ada Quay\|Editor\|Notes\|/)
  })

  test('have the rights of one alone on the title page only', async () => {
    const alone = await changed({
      'issue.yaml': text =>
        text.replace('letter: letter.md\n', '').replace(/sections:.*/s, 'articles: [first.md]\n'),
    })
    expect(words(bodyOf(bookOf(alone), 'ch-001.xhtml'))).not.toContain('Licence')
  })
})

describe('what its package says', () => {
  test('is who wrote it, and who edited it', async () => {
    const people = (of: Book) => of.creators.map(({ name, role }) => `${name} ${role}`)
    expect(people(book)).toEqual(['Di aut', 'Ed aut', 'Gus aut', 'Ines aut', 'Ada Quay edt'])
    expect(files.get('content.opf')).toMatch(
      /<dc:contributor id="creator-5">Ada Quay<\/dc:contributor><meta property="role" refines="#creator-5" scheme="marc:relators">edt</,
    )
    const editors = await changed({
      'issue.yaml': text =>
        text.replace(
          '[Ada Quay]',
          '[{ name: Bo, role: Translator }, { name: Cy, role: Guest editor, sortName: "See, Cy" }]',
        ),
    })
    expect(people(bookOf(editors))).toEqual([
      ...['Ada Quay aut', 'Di aut', 'Ed aut', 'Gus aut', 'Ines aut', 'Bo trl', 'Cy edt'],
    ])
    expect(bookOf(editors).creators.at(-1)?.fileAs).toBe('See, Cy')
  })

  test('is the publication’s editor where the issue names none', async () => {
    const none = await changed({ 'issue.yaml': text => text.replace('editors: [Ada Quay]\n', '') })
    expect(bookOf(none).creators.at(-1)).toEqual({ name: 'Hester Quayle', role: 'edt' })
    expect(bookOf(none).creators[0]).toMatchObject({ name: 'Ada Quay', role: 'aut' })
  })

  test('is its number in the newsletter, as a place in a series', () => {
    expect(files.get('content.opf')).toMatch(
      /<meta property="belongs-to-collection" id="series">Slack Water<\/meta><meta property="collection-type" refines="#series">series<\/meta><meta property="group-position" refines="#series">16</,
    )
  })

  test('is what it is about, and whose rights they are', () => {
    expect(book.subjects).toEqual(['water', 'mills'])
    expect(book.rights).toBe('© The Saltmere Press. First, Second: CC BY 4.0. Das Watt: CC BY-ND 4.0')
    expect(book.sources).toEqual(['https://example.net/a'])
  })
})

test('its title page names writers, editors and rights', () => {
  expect(words(bodyOf(book, 'title.xhtml'))).toBe(
    '|Slack Water 16|Deep water|A number with everything|Di, Ed, Gus and Ines|Edited by Ada Quay|21 September 2026|The Saltmere Press|© The Saltmere Press|',
  )
})

test('its page list has the pages of the print in their order, each once', async () => {
  const rendering = renderingOf(await several(aNumber), 'epub')
  const { anchors } = anchored(rendering)
  // A cover and the contents, then a page for the letter, two for the first essay, and one each for the others.
  const pageOf = (article: number, index: number) => [3, index % 2 ? 5 : 4, 6, 7][article] ?? 0
  const pages = new Map<string, number>()
  for (const [article] of rendering.issue.articles.entries()) {
    const own = anchors.filter(anchor => anchor.article === article)
    for (const [index, { id }] of own.entries())
      pages.set(id, pageOf(article, index < own.length / 2 ? 0 : 1))
  }
  const paged = epubTemplate({ ...rendering, pageStarts: pageStarts(anchors, pages, 7) })
  expect(pagesOf(paged).map(({ label, href }) => [label, href.replace(/#.*/, '')])).toEqual([
    ...[
      ['1', 'title.xhtml'],
      ['2', 'title.xhtml'],
      ['3', 'ch-001.xhtml'],
      ['4', 'ch-002.xhtml'],
    ],
    ...[
      ['5', 'ch-002.xhtml'],
      ['6', 'ch-003.xhtml'],
      ['7', 'ch-004.xhtml'],
    ],
  ])
  expect(await checkEpub(await bindEpub(paged))).toEqual([])
})
