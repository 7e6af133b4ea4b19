import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Article, Format, Medium } from '../../pipeline/article.js'
import { createPress, type Press } from '../../pipeline/press.js'
import { articleOf } from '../support/article.js'
import { type BuiltSamples, buildSamples, sampleMarkdown, slugs } from '../support/built-samples.js'
import { lostIn, spaced } from '../support/reading/lost.js'
import { saidBy } from '../support/reading/passages.js'
import { readEpub } from '../support/reading/text-of-epub.js'
import { type Reading, readHtml } from '../support/reading/text-of-html.js'
import { readPdf } from '../support/reading/text-of-pdf.js'

/** The media that are read here without a printer, with the file that each is read from. */
const media = {
  email: file => readHtml(file('email.html').toString()),
  text: file => ({ text: file('email.txt').toString(), links: [] }),
  epub: file => readEpub(file('.epub')),
  web: file => readHtml(file('index.html').toString()),
} satisfies Record<Exclude<Medium, 'pdf'>, (file: (name: string) => Buffer) => Reading>

type Shown = keyof typeof media
const shown = Object.keys(media) as readonly Shown[]
const formatOf = (medium: Shown): Format => (medium === 'text' ? 'email' : medium)

const mapped = <Value>(of: (medium: Shown) => Value) =>
  Object.fromEntries(shown.map(medium => [medium, of(medium)]))

const plain = (text: string) => text.replace(/\s/g, '')

/** What a reading lacks of an article: words, in their order, and addresses. */
function lacks({ text, links }: Reading, { tree }: Article, medium: Medium): readonly string[] {
  const said = saidBy(tree, medium)
  const given = (url: string) =>
    medium === 'text' ? plain(text).includes(url.replace(/^mailto:/, '')) : links.includes(url)
  return [...lostIn(text, said.passages, medium), ...said.links.filter(url => !given(url))]
}

describe('every element says the same in every format', () => {
  const fixtures = join(import.meta.dirname, '../fixtures/elements')
  let press: Press
  beforeAll(() => {
    const config = { name: 'N', lang: 'en', address: '1 Street', mergeTags: ['name', 'email'] }
    press = createPress({ folder: fixtures, config })
  })
  afterAll(() => press.close())

  test.each(readdirSync(fixtures))('%s', async name => {
    const read = await press.read(join(name, 'input.md'))
    const lost: Partial<Record<Shown, readonly string[]>> = {}
    for (const format of ['email', 'epub', 'web'] as const) {
      const { files, messages } = await press.render(read, format)
      expect(messages.filter(({ fatal }) => fatal === true)).toEqual([])
      const file = (end: string) => Buffer.from(files.find(({ path }) => path.endsWith(end))?.bytes ?? [])
      for (const medium of shown.filter(one => formatOf(one) === format))
        lost[medium] = lacks(media[medium](file), read.issue.articles[0], medium)
    }
    expect(lost).toEqual({ email: [], text: [], epub: [], web: [] })
  })
})

describe('the samples say the same in every format', () => {
  let built: BuiltSamples
  beforeAll(async () => {
    built = await buildSamples()
  }, 120_000)
  afterAll(() => built.remove())
  const reader = (slug: string) => (name: string) =>
    readFileSync(built.path(slug, name.startsWith('.') ? slug + name : name))
  const pdfText = (slug: string) => readPdf(built.path(slug, `${slug}.pdf`))
  const articleFrom = async (slug: string) =>
    (await articleOf(sampleMarkdown(slug), { lang: 'en-GB', slug })).article

  describe.each(slugs)('%s', slug => {
    test.each(shown)('%s', async medium => {
      expect(lacks(media[medium](reader(slug)), await articleFrom(slug), medium)).toEqual([])
    })

    test('pdf', async () => {
      const { tree } = await articleFrom(slug)
      expect(lostIn(pdfText(slug), saidBy(tree, 'pdf').passages, 'pdf')).toEqual([])
      expect(pdfText(slug)).not.toContain('\u00AD')
    })

    test('with what the front matter says', async () => {
      const { title, standfirst = '', authors, source } = (await articleFrom(slug)).meta
      const people = authors.flatMap(({ name, role, affiliation, disclosure }) => [
        name,
        role ?? '',
        affiliation ?? '',
        disclosure ?? '',
      ])
      const said = [title, standfirst, ...people, source?.name ?? '', source?.license ?? '']
      const texts = { pdf: pdfText(slug), ...mapped(medium => media[medium](reader(slug)).text) }
      for (const [medium, text] of Object.entries(texts)) {
        const lost = said.filter(words => !spaced(text).includes(spaced(words)))
        expect(lost, medium).toEqual([])
      }
    })
  })

  test('of which a word, a note, an order or an address that is lost is seen', async () => {
    const slug = 'forty-eight-minutes'
    const article = await articleFrom(slug)
    const html = reader(slug)('email.html').toString()
    const changed = (from: RegExp, to: string) => {
      expect(html).toMatch(from)
      return lacks(readHtml(html.replace(from, to)), article, 'email')
    }
    expect(changed(/good pedigree/, 'pedigree')).toHaveLength(1)
    expect(changed(/It pays for this at midnight/, '')).toHaveLength(1)
    expect(changed(/alt="A frame holds/, 'alt="A frame')).toHaveLength(1)
    expect(changed(/(about springs,)([^<]*)/i, '')).toHaveLength(1)
    expect(changed(/(<h3[^>]*>)Where the number comes from/, '$1')).toEqual([
      expect.stringContaining('is not there'),
    ])
    expect(changed(/href="https:\/\/psmsl.org\/"/g, '')).toEqual(['https://psmsl.org/'])
  })
})
