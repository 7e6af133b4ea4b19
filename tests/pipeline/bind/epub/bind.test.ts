import { afterEach, describe, expect, it, vi } from 'vitest'
import { bindEpub } from '../../../../pipeline/bind/epub/bind.js'
import { readZip } from '../../../support/zip.js'
import { sampleBook } from './sample-book.js'

const entries = async (book = sampleBook()) => readZip(await bindEpub(book))
const textOf = async (name: string, book = sampleBook()) =>
  (await entries(book)).find(entry => entry.name === `OEBPS/${name}`)?.text ?? ''

describe('the container', () => {
  it('begins with its media type, stored and bare', async () => {
    const epub = Buffer.from(await bindEpub(sampleBook()))
    expect(epub.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip')
    expect(readZip(epub)[0]).toMatchObject({ name: 'mimetype', method: 'stored', extra: 0 })
  })

  it('holds its files in one order, images as they are and text deflated', async () => {
    expect((await entries()).map(({ name, method }) => `${method} ${name}`)).toEqual([
      'stored mimetype',
      'deflated META-INF/container.xml',
      'deflated OEBPS/content.opf',
      'deflated OEBPS/ch-001.xhtml',
      'deflated OEBPS/ch-002.xhtml',
      'deflated OEBPS/ch-003.xhtml',
      expect.stringMatching(/^stored OEBPS\/cover\/\w{16}\.jpg$/),
      expect.stringMatching(/^stored OEBPS\/images\/\w{16}\.png$/),
      'deflated OEBPS/style.css',
      'deflated OEBPS/title.xhtml',
      'deflated OEBPS/toc.ncx',
      'deflated OEBPS/toc.xhtml',
    ])
  })

  it('keeps the bytes of an image', async () => {
    const book = sampleBook()
    const image = (await entries(book)).find(({ name }) => name.endsWith('.png'))
    expect(image?.bytes).toEqual(book.resources[0]?.bytes)
  })

  it.each([
    ['2026-03-01T12:30:01.250Z', '2026-03-01 12:30:00'],
    ['1970-01-01T00:00:00Z', '1980-01-01 00:00:00'],
  ])('dates every file by the last change: %s', async (modified, date) => {
    const dates = (await entries({ ...sampleBook(), modified: new Date(modified) })).map(entry => entry.date)
    expect(new Set(dates)).toEqual(new Set([date]))
  })
})

describe('the same book', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    vi.useRealTimers()
  })

  it('gives the same bytes in another time zone and another year', async () => {
    const epub = await bindEpub(sampleBook())
    process.env.TZ = 'Pacific/Auckland'
    vi.useFakeTimers({ now: new Date('2031-07-01T00:00:00Z'), toFake: ['Date'] })
    expect(Buffer.from(await bindEpub(sampleBook())).equals(epub)).toBe(true)
  })

  it('is as it was after binding', async () => {
    const book = sampleBook()
    await bindEpub(book)
    expect(book).toEqual(sampleBook())
  })
})

describe('the text of each file', () => {
  // One tag to a line, so that a difference shows where it is.
  it.each([
    'content.opf',
    'toc.xhtml',
    'toc.ncx',
    'title.xhtml',
    'ch-001.xhtml',
    'ch-002.xhtml',
    'ch-003.xhtml',
  ])('%s', async name => {
    const text = (await textOf(name)).replaceAll('><', '>\n<')
    await expect(text).toMatchFileSnapshot(`golden/${name}`)
  })
})

describe('words that look like code', () => {
  const hostile = `<%= process.exit(9) %><%- include('/etc/passwd') %></dc:title><script>"&amp;]]>-->`

  it('stay words in the metadata, the contents and the text', async () => {
    const book = sampleBook()
    const creators = [{ name: hostile, fileAs: hostile, role: 'aut' }]
    const said = { title: hostile, subtitle: hostile, publisher: hostile, rights: hostile, creators }
    const documents = book.documents.map(document => ({ ...document, title: hostile }))
    const epub = await entries({ ...book, ...said, documents, subjects: [hostile], sources: [hostile] })
    const escaped = `&#x3C;%= process.exit(9) %>&#x3C;%- include('/etc/passwd') %>&#x3C;/dc:title>&#x3C;script>"&#x26;amp;]]&gt;-->`
    for (const [file, times] of Object.entries({
      'content.opf': 8,
      'toc.xhtml': 3,
      'toc.ncx': 4,
      'ch-001.xhtml': 1,
    })) {
      const text = epub.find(({ name }) => name === `OEBPS/${file}`)?.text ?? ''
      expect(text.split(escaped).length - 1, file).toBe(times)
      expect(text, file).not.toContain('<script')
    }
  })

  it('stay as they are in the stylesheet', async () => {
    const stylesheet = `p::after { content: "<%= 1 + 1 %>" }`
    expect(await textOf('style.css', { ...sampleBook(), stylesheet })).toBe(stylesheet)
  })
})

it('says everything that keeps a book from being bound', async () => {
  await expect(bindEpub({ ...sampleBook(), title: '\u0000 ', lang: 'en_GB' })).rejects.toThrow(
    'This book cannot become an EPUB. The title is empty. The language "en_GB" is no BCP 47 tag.',
  )
})

it('loads the packer only when it binds', async () => {
  let loaded = 0
  vi.resetModules()
  vi.doMock('epub-gen-memory', original => {
    loaded += 1
    return original()
  })
  const { bindEpub: fresh } = await import('../../../../pipeline/bind/epub/bind.js')
  expect(loaded).toBe(0)
  await fresh(sampleBook())
  expect(loaded).toBe(1)
  vi.doUnmock('epub-gen-memory')
})
