import { describe, expect, test } from 'vitest'
import { readHtml } from '../../pipeline/check/parity/read-html.js'
import { articleOf } from '../support/article.js'
import { type BuiltSamples, sampleMarkdown, slugs } from '../support/built-samples.js'
import { correctionsLostIn } from '../support/reading/corrections.js'
import { spaced } from '../support/reading/lost.js'
import { lacks, media, shown } from '../support/reading/media.js'
import { lostOnPaper } from '../support/reading/on-paper.js'
import { readPdf } from '../support/reading/text-of-pdf.js'

/** Tests that a build of the samples says the same in every format. @param build called when it is there */
export function saysTheSame(build: () => BuiltSamples): void {
  const reader = (slug: string) => (name: string) =>
    Buffer.from(build().bytes(slug, name.startsWith('.') ? slug + name : name))
  const pdfText = (slug: string) => readPdf(build().path(slug, `${slug}.pdf`))
  const articleFrom = async (slug: string) =>
    (await articleOf(sampleMarkdown(slug), { lang: 'en-GB', slug })).article

  describe.each(slugs)('%s', slug => {
    test.each(shown)('%s', async medium => {
      expect(lacks(media[medium](reader(slug)), await articleFrom(slug), medium)).toEqual([])
    })

    test('pdf', async () => {
      const { tree } = await articleFrom(slug)
      expect(lostOnPaper(pdfText(slug), tree)).toEqual([])
      expect(pdfText(slug)).not.toContain('\u00AD')
    })

    test('with what the front matter says', async () => {
      const article = await articleFrom(slug)
      const { title, standfirst = '', authors, source } = article.meta
      const people = authors.flatMap(({ name, role, affiliation, disclosure }) => [
        name,
        role ?? '',
        affiliation ?? '',
        disclosure ?? '',
      ])
      const said = [title, standfirst, ...people, source?.name ?? '', source?.license ?? '']
      for (const medium of ['pdf', ...shown] as const) {
        const text = medium === 'pdf' ? pdfText(slug) : media[medium](reader(slug)).text
        const lost = said.filter(words => !spaced(text).includes(spaced(words)))
        expect([...lost, ...correctionsLostIn(text, article, medium)], medium).toEqual([])
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
}
