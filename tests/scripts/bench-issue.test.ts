import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { issueArticles, slug, wordsOf, writeIssue } from '../../scripts/bench/issue-folder.mjs'
import { growth, issueSection, issueTables } from '../../scripts/bench/issue-page.mjs'
import { articleOf } from '../support/article.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { outline } from '../support/outline.js'

describe('a made-up issue', () => {
  const texts = issueArticles(6, 1200)

  test('is the same each time, and its articles are different', () => {
    expect(issueArticles(6, 1200)).toEqual(texts)
    expect(new Set(texts).size).toBe(6)
  })

  test.each(texts.map((text, index) => [index + 1, text] as const))(
    'article %i has the words, all that an article may have, and no message',
    async (number, text) => {
      const { article, messages } = await articleOf(text)
      // Alone, it has no other to link to; in an issue, below, it has.
      expect(messages.filter(message => !message.includes('link-broken'))).toEqual([])
      expect(Math.abs(wordsOf(text) - 1200)).toBeLessThan(100)
      const lines = outline(article.tree)
      for (const element of ['h2', 'blockquote', 'table', 'ul', 'pre', 'noteref'])
        expect(lines).toContain(element)
      expect(text.includes('![')).toBe(number % 3 === 0)
      const links = [...text.matchAll(/\]\((\d+)\.md/g)].map(([, to]) => Number(to))
      expect(links).toHaveLength(2)
      expect(links).not.toContain(number)
      for (const to of links) expect(to).toBeLessThanOrEqual(6)
    },
  )

  test('builds without a word, its links and its picture found', async () => {
    const folder = temporaryFolder()
    const { words, pictures } = await writeIssue(folder, 3, 200)
    expect(Math.abs(words - 600)).toBeLessThan(200)
    expect(pictures).toBeGreaterThan(100_000)
    const { code, stdout, stderr } = await trifold(['build', '-f', 'email'], { cwd: folder })
    expect({ code, stderr: stderr.replace(/in [\d.]+ m?s/, 'in no time') }).toEqual({
      code: 0,
      stderr: '1 issue built in no time\n',
    })
    expect(stdout).toContain(join('dist', slug))
    expect(stdout).toContain('1 picture')
  })
})

describe('the figures of issues', () => {
  const builds = { milliseconds: 1234.5, spread: [1200, 1300.4] as [number, number], processor: 2000 }
  const bytes = { PDF: 1000, EPUB: 0 }
  const issues = [
    { ...builds, articles: 6, words: 7200, pages: 12, bytes, ownPeak: 1e8, peak: 2e8 },
    {
      ...builds,
      milliseconds: 6172.5,
      articles: 60,
      words: 72_000,
      pages: 120,
      bytes: { PDF: 20_000, EPUB: 5 },
      ownPeak: 3e8,
      peak: 4e8,
    },
  ]
  const figures = { runs: 5, load: 1.4, issues, formats: [{ ...builds, format: 'email' }] }

  test('say which memory is whose, and how far the times lie apart', () => {
    expect(issueTables(figures).split('\n')).toEqual(
      expect.arrayContaining([
        'All formats, whole processes, medians of 5 runs:',
        '|  | milliseconds | least to most | of a processor | peak MB, ours | peak MB, all |',
        '| 6 articles | 1,235 | 1,200 to 1,300 | 2,000 | 100 | 200 |',
        'What is built, in bytes:',
        '|  | PDF | EPUB | pages of the PDF |',
        '| 60 articles | 20,000 | 5 | 120 |',
        'One format at a time, 60 articles, whole processes, medians of 5 runs:',
        '| email | 1,235 | 1,200 to 1,300 | 2,000 |  |  |',
      ]),
    )
  })

  test('say how the largest issue compares with the smallest, article for article, in whichever order', () => {
    const said = growth([...issues].reverse())
    expect(said).toContain('60 articles beside 6 are 10.0 times as many')
    expect(said).toContain('Each article above 6 adds 91 milliseconds.')
    expect(said.split('\n').filter(line => line.startsWith('- '))).toEqual([
      '- Time: 5.0 times; per article 0.50.',
      '- Time of a processor: 1.0 times; per article 0.10.',
      '- Peak memory of our process: 3.0 times; per article 0.30.',
      '- Peak memory of all processes: 2.0 times; per article 0.20.',
      '- Bytes of the PDF: 20.0 times; per article 2.00.',
      '- Pages of the PDF: 10.0 times; per article 1.00.',
    ])
  })

  test('are a section of the page, with the machine and what else it did', () => {
    const machine = { processor: 'A processor', cores: 2, system: 'linux x64', node: 'v20.0.0', runs: 5 }
    const section = issueSection(figures, { ...machine, date: '2026-01-02', browser: 'Chromium 1' })
    expect(section).toMatch(/^## An issue\n/)
    expect(section).toContain(
      '2026-01-02, A processor, 2 cores, linux x64, Node v20.0.0, Chromium 1; the builds take turns. While it was measured, some 1 processes',
    )
    expect(section).toContain('have some 1,200 words each')
    expect(section).not.toContain('more than there are cores')
    const busy = issueSection(
      { ...figures, load: 7 },
      { ...machine, date: '2026-01-02', browser: 'Chromium 1' },
    )
    expect(busy).toContain(
      'some 7 processes wanted to run at once, ours among them. That is more than there are cores',
    )
  })
})
