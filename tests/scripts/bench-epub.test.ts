import { expect, test } from 'vitest'
import { anthology, asArticle, asPage, asPart } from '../../scripts/bench/anthology.mjs'
import { epubSection, epubTables } from '../../scripts/bench/epub-page.mjs'
import { articleOf } from '../support/article.js'

const chapters = anthology(3, 1500)

test('an anthology has chapters of its own, of about the words that were asked for, the same each time', async () => {
  expect(anthology(3, 1500)).toEqual(chapters)
  const texts = chapters.map(asArticle)
  expect(new Set(texts).size).toBe(3)
  for (const text of texts) {
    const { messages } = await articleOf(text)
    expect(messages).toEqual([])
    expect(Math.abs(text.split(/\s+/).length - 1600)).toBeLessThan(200)
  }
})

test('its chapters say the same to everyone, and their notes have names of their own in one text', () => {
  const [chapter] = chapters
  if (!chapter) throw new Error('Expected a chapter')
  const words = (text: string) => text.match(/[A-Z][a-z]+ [a-z]+ [a-z]+ [a-z]+/g)?.length
  expect(words(asPart(chapter, 7))).toBe(words(asArticle(chapter)))
  expect(asPart(chapter, 7)).toContain('[^7-1]:')
  expect(asPage(chapter)).toContain(`<h1>${chapter.title}</h1>`)
})

const tables = [
  {
    title: 'One article',
    runs: 5,
    figures: [
      { name: 'Ours', milliseconds: 1234.5, processor: 990, bytes: 56_789, peak: 123_456_789 },
      { name: 'Theirs', version: '1.2', missing: 'not installed: apt-get install theirs' },
    ],
  },
]

test('the figures are a table on a terminal, with what is not installed', () => {
  expect(
    epubTables(tables)
      .split('\n')
      .map(line => line.replace(/ {2,}/g, '  ')),
  ).toEqual([
    'One article, medians of 5',
    'Ours  1,235 ms  990 ms of a processor  56,789 bytes  peak 123 MB',
    'Theirs (1.2)  not installed: apt-get install theirs',
  ])
})

test('and a section of the page, with the machine', () => {
  const machine = { processor: 'A processor', cores: 2, system: 'linux x64', node: 'v20.0.0' }
  const section = epubSection('an-article', tables, { ...machine, date: '2026-01-02', runs: 5, load: 1.6 })
  expect(section).toMatch(/^## The EPUB\n/)
  expect(section).toContain('| Ours | 1,235 | 990 | 56,789 | 123 |')
  expect(section).toContain('| Theirs (1.2) | not installed: apt-get install theirs |  |  |  |')
  expect(section).toContain('A processor, 2 cores, linux x64, Node v20.0.0')
})
