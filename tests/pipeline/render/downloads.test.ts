import { describe, expect, test } from 'vitest'
import { anArticle, memoryPublication } from '../../support/memory-publication.js'

const config = 'name: N\nlang: en\naddress: A\n'
const publication = (more = '') =>
  memoryPublication({ 'trifold.yaml': config + more, 'content/a.md': anArticle('A') })

/** What the page offers: each file with the size that is said of it. */
const offered = (of: ReturnType<typeof memoryPublication>) =>
  [
    ...of
      .text('dist/a/index.html')
      .matchAll(/<a href="([^"]*)"[^>]* download="[^"]*">\w+(?: <bdi class="size">([^<]*))?/g),
  ].map(([, href, size]) => [href, size?.replace(/\s/g, ' ')])

describe('a web page offers what is there after the build', () => {
  test('with the size of what the same build makes', async () => {
    const of = publication()
    await of.build([], ['epub', 'web'])
    const { bytes } = JSON.parse(of.text('dist/a/report.json')).formats.epub.files[0]
    expect(offered(of)).toEqual([['a.epub', `${Math.round(bytes / 1000)} kB`]])
  })

  test('with that of an earlier build, in the same bytes', async () => {
    const once = publication()
    await once.build([], ['epub', 'web'])
    const twice = publication()
    await twice.build([], ['web'])
    expect(offered(twice)).toEqual([])
    await twice.build([], ['epub'])
    await twice.build([], ['web'])
    expect(twice.text('dist/a/index.html')).toBe(once.text('dist/a/index.html'))
  })

  test('not what was never made: here there is no typeface to print the PDF in', async () => {
    const of = publication()
    const { messages } = await of.build([], ['pdf', 'epub', 'web'])
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['rendition-failed'])
    expect(offered(of).map(([href]) => href)).toEqual(['a.epub'])
  })

  test('what stays of an earlier build where this one fails', async () => {
    const of = publication()
    await of.build([], ['epub'])
    const pdf = 'as it was'
    const report = JSON.parse(of.text('dist/a/report.json'))
    report.formats.pdf = {
      state: 'built',
      files: [{ path: 'a.pdf', bytes: 2_345_000, sha256: '' }],
      sizes: {},
    }
    await of.write('dist/a/report.json', JSON.stringify(report))
    await of.write('dist/a/a.pdf', pdf)
    await of.build([], ['pdf', 'web'])
    expect(offered(of)).toEqual([
      ['a.pdf', '2.3 MB'],
      ['a.epub', expect.stringMatching(/^\d+ kB$/)],
    ])
    expect(of.text('dist/a/a.pdf')).toBe(pdf)
  })

  test('not what somebody took away since', async () => {
    const of = publication()
    await of.build([], ['epub', 'web'])
    await of.remove('dist/a/a.epub')
    await of.build([], ['web'])
    expect(offered(of)).toEqual([])
  })

  test('not what a warning stops where warnings are errors', async () => {
    const of = publication('epub: { pageList: true }\n')
    const { messages } = await of.build([], ['epub', 'web'], { strict: true })
    expect(messages.map(({ ruleId }) => ruleId)).toContain('epub-pages')
    expect(offered(of)).toEqual([])
  })

  test('not what is not published', async () => {
    const of = publication('formats: [email, web]\n')
    await of.build([], ['epub', 'web'])
    expect(offered(of)).toEqual([])
  })
})
