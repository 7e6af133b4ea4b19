import { readFileSync } from 'node:fs'
import mjml2html from 'mjml'
import { describe, expect, test } from 'vitest'
import { contents } from '../../scripts/bench/aims/describe.mjs'
import { names } from '../../scripts/bench/aims/names.mjs'
import { aimTables, leftOut, loaded, performancePage } from '../../scripts/bench/aims/page.mjs'
import { timeRatio } from '../../scripts/bench/aims/ratio.mjs'
import { aimRows, aims } from '../../scripts/bench/aims/rows.mjs'
import { wordsOf } from '../../scripts/bench/issue-folder.mjs'
import { madeArticle, writeArticles } from '../../scripts/bench/made-articles.mjs'
import { mjmlJson, mjmlMarkup } from '../../scripts/bench/mjml-json.mjs'
import { suiteNames } from '../../scripts/bench/suites.mjs'
import { emailTemplate } from '../../templates/email/email.js'
import { articleOf } from '../support/article.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { renderingOfFile } from '../support/rendering.js'

const figure = (name: string, times: number[], more: object = {}) => ({
  name,
  times,
  milliseconds: [...times].sort((a, b) => a - b)[1] ?? Number.NaN,
  spread: [Math.min(...times), Math.max(...times)] as [number, number],
  runs: times.length,
  ...more,
})

describe('a ratio', () => {
  test('is that of the medians, with what the rounds gave and the time of processors', () => {
    const ours = figure('ours', [100, 300, 200], { processor: 90 })
    const theirs = figure('theirs', [100, 100, 50], { processor: 60 })
    expect(timeRatio(ours, theirs)).toEqual({ ratio: 2, spread: [1, 4], processor: 1.5 })
  })

  test('has no more rounds than both have, and is none without times', () => {
    expect(timeRatio(figure('ours', [400]), figure('theirs', [100, 50, 800]))?.spread).toEqual([4, 4])
    expect(timeRatio({ name: 'ours', missing: 'failed' }, figure('theirs', [1]))).toBeUndefined()
  })
})

describe('the aims', () => {
  const article = [
    figure(names.node, [50, 50, 50], { processor: 50 }),
    figure(names.version, [90, 75, 70], { processor: 70 }),
    figure(names.all, [990, 1000, 1010]),
    figure(names.trio, [800, 1000, 1200], { version: '2, 70' }),
    { name: names.puppeteer, missing: 'failed: no browser' },
    { name: names.editText, missing: 'not there yet' },
    figure(names.editPdf, [299, 300, 301]),
  ]
  const many = [
    figure(names.some, [1510, 1500, 1520], { peak: 100e6 }),
    figure(names.raw, [1000, 1000, 1000]),
    { name: names.many, peak: 151e6 },
    figure(names.node, [60, 60, 60]),
    figure(names.again, [290, 300, 310]),
  ]
  const rows = aimRows(article, many)
  const met = (ours: string, theirs?: string) =>
    rows.find(row => row.ours === ours && row.theirs === theirs)?.met

  test('are met where what was measured is at most what they say', () => {
    expect(rows).toHaveLength(aims.length)
    expect(met(names.all, names.trio)).toBe(true)
    expect(met(names.version, names.node)).toBe(true)
    expect(met(names.some, names.raw)).toBe(false)
    expect(met(names.many, names.some)).toBe(false)
    // By the `node -e 0` of its own rounds: 300 is six times 50.
    expect(met(names.again, names.node)).toBe(true)
    expect(met(names.editPdf)).toBe(true)
  })

  test('are not met by what was not measured', () => {
    expect(met(names.all, names.puppeteer)).toBe(false)
    expect(met(names.editText)).toBe(false)
    expect(aimRows([], []).filter(row => row.met)).toEqual([])
  })

  const measured = {
    article: 'an article',
    runs: 3,
    load: 5,
    aims: rows,
    pairs: [[names.pdf, names.puppeteer]] as [string, string][],
    figures: article,
    many,
  }

  test('are a table, with what is missed and what is not known', () => {
    expect(aimTables(measured).split('\n')).toEqual(
      expect.arrayContaining([
        `| ${names.all} / ${names.trio} | 1.00 | 0.84 to 1.24 |  | 1.0 | met |`,
        `| ${names.all} / ${names.puppeteer} |  |  |  | 1.5 | not measured: ${names.puppeteer}: failed: no browser |`,
        `| ${names.version} / ${names.node} | 1.50 | 1.40 to 1.80 | 1.40 | 1.5 | met |`,
        `| ${names.many} / ${names.some}, peak memory | 1.51 |  |  | 1.5 | **missed** |`,
        `| ${names.editText} |  |  |  | 100 ms | **missed**: not there yet |`,
        `| ${names.editPdf} | 300 ms | 299 to 301 |  | 300 ms | met |`,
        `| ${names.trio} (2, 70) | 1,000 | 800 to 1,200 |  |  | 3 |`,
      ]),
    )
  })

  test('are not quite met where processors worked longer than they allow', () => {
    const busy = article.map(each => (each.name === names.version ? { ...each, processor: 80 } : each))
    expect(aimTables({ ...measured, aims: aimRows(busy, many) })).toContain(
      '| 1.60 | 1.5 | met in time, **missed** of a processor |',
    )
  })

  test('that were left out are neither met nor missed', () => {
    const without = aimRows(
      article,
      many.map(({ name }) => ({ name, missing: leftOut })),
    )
    const table = aimTables({ ...measured, aims: without })
    expect(table).toContain(`| ${names.again} / ${names.node} |  |  |  | 5.0 | not measured: ${leftOut} |`)
  })

  test('are a page, which begins with how many are met, and says what else the machine did', () => {
    const machine = {
      processor: 'A processor',
      cores: 2,
      system: 'linux x64',
      node: 'v20.0.0',
      date: '2026-01-02',
      browser: 'Chromium 1',
    }
    const page = performancePage(measured, machine)
    expect(page).toMatch(/^# Performance\n/)
    expect(page).toContain(
      'Met: 4 of 8 aims. Measured on 2026-01-02 of an article, and of made-up articles; A processor, 2 cores, linux x64, Node v20.0.0, Chromium 1. While it was measured, 5.0 processes',
    )
    expect(loaded(5, 2)).toContain('more than there are cores')
    expect(loaded(1.5, 2)).not.toContain('more than there are cores')
  })
})

describe('a made-up article', () => {
  const numbers = [1, 2, 3, 6, 42, 999, 10_000]

  test.each(numbers)('%i has 300 to 600 words and no message', async number => {
    const text = madeArticle(number)
    expect(madeArticle(number)).toBe(text)
    expect(wordsOf(text)).toBeGreaterThan(299)
    expect(wordsOf(text)).toBeLessThan(620)
    expect(text.includes('![')).toBe(number % 3 === 0)
    const { messages } = await articleOf(text)
    expect(messages).toEqual([])
  })

  test('is like no other', () => {
    expect(new Set(numbers.map(madeArticle)).size).toBe(numbers.length)
  })

  test('builds without a word, its picture found', async () => {
    const folder = temporaryFolder()
    expect(await writeArticles(folder, 6)).toHaveLength(6)
    const { code, stdout, stderr } = await trifold(['build', '-f', 'web'], { cwd: folder })
    expect({ code, stderr: stderr.replace(/in [\d.]+ m?s/, 'in no time') }).toEqual({
      code: 0,
      stderr: '6 issues built in no time\n',
    })
    expect(stdout).toMatch(/images\/ {2}\d pictures?/)
  })
})

test('MJML’s own command makes of our template what its compiler does', async () => {
  const tree = mjmlJson(emailTemplate(await renderingOfFile('content/forty-eight-minutes.md', 'email')))
  const options = { validationLevel: 'strict', keepComments: false } as const
  const [fromJson, fromMarkup] = await Promise.all([
    // The types of MJML know a tree as a string only.
    mjml2html(structuredClone(tree) as unknown as string, options),
    mjml2html(mjmlMarkup(tree), options),
  ])
  const bare = (html: string) => html.replace(/\s+/g, '')
  expect(bare(fromMarkup.html)).toBe(bare(fromJson.html))
})

test('what an article holds is counted', () => {
  const element = (tagName: string, children: unknown[] = []) => ({ type: 'element', tagName, children })
  const root = (...children: unknown[]) => ({ type: 'root', children })
  expect(contents(root())).toBe('')
  expect(contents(root(element('table')))).toBe(' with 1 table')
  expect(
    contents(root(element('h2'), element('blockquote', [element('table')]), element('table'), element('p'))),
  ).toBe(' with 1 section, 1 quotation and 2 tables')
})

test('plain `npm run bench` is the suite of the aims', () => {
  expect(suiteNames[0]).toBe('aims')
})

describe('docs/performance.md', () => {
  const page = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8')
  const machine = { processor: 'P', cores: 2, system: 's', node: 'v', date: 'd', browser: 'B' }
  const nothing = { article: 'an article', runs: 5, load: 1, aims: [], pairs: [], figures: [], many: [] }

  /** What stands there whatever was measured. */
  const prose = (text: string) =>
    text
      .split('\n')
      .filter(line => line !== '' && !line.startsWith('|'))
      .map(line => line.replace(/^(?:Met: \d+ of|Made by .* Measured on) .*/, 'Measured.'))
      .map(line => line.replace(/medians of \d+ runs/, 'medians'))

  test('is what the script writes, but for the figures', () => {
    const [aimsOfPage] = page.split('\n## Growth\n')
    expect(prose(aimsOfPage ?? '')).toEqual(prose(performancePage(nothing, machine)))
  })

  test('has each aim, whether it is met, and the machine', () => {
    const rows = page
      .split('\n')
      .filter(line => / (?:met|met in time, .*|\*\*missed\*\*.*|not measured: .*) \|$/.test(line))
    for (const { ours, theirs } of aims)
      expect(
        rows.some(row => row.startsWith(`| ${theirs === undefined ? ours : `${ours} / ${theirs}`}`)),
      ).toBe(true)
    expect(page).toMatch(/Met: \d+ of \d+ aims\. Measured on \d{4}-\d\d-\d\d of .* cores, .* Node v\d+/)
    expect(page).toMatch(/^## Growth$/m)
  })
})
