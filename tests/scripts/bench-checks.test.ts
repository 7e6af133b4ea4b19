import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { articleRules, issueRules, metaRules } from '../../pipeline/check/source.js'
import { builderOf, writeAlone } from '../../scripts/bench/checks.mjs'
import { bundled } from '../../scripts/bench/checks-bundle.mjs'
import { checkSection, checkTables, told } from '../../scripts/bench/checks-page.mjs'
import { checksOfBuild, idOf } from '../../scripts/bench/checks-parts.mjs'
import { slug, writeIssue } from '../../scripts/bench/issue-folder.mjs'
import { processorTime } from '../../scripts/bench/process.mjs'
import { inTurns, timed } from '../../scripts/bench/timed.mjs'
import { articleOf } from '../support/article.js'
import { temporaryFolder } from '../support/cli.js'

const formats = ['email', 'pdf', 'epub', 'web']

test('a build without checks makes the same bytes, and each check is there to be timed', async () => {
  const folder = temporaryFolder()
  await writeIssue(folder, 3, 300)
  const { whole, bare, remove } = await bundled()
  const world = whole.nodeWorld()
  onTestFinished(async () => {
    await world.close()
    remove()
  })
  const path = writeAlone(folder)
  const builder = await builderOf({ whole, bare }, { path, folder, world })
  const made = await builder.made()
  const without = await builder.bare(formats)
  expect(made.messages).toBe(0)
  expect(without.renditions.map(({ files }: { files: unknown }) => files)).toEqual(
    made.renditions.map(({ files }: { files: unknown }) => files),
  )

  const checks = await checksOfBuild(whole, made)
  const names = checks.map(({ group, name }) => `${group}: ${name}`)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(
    expect.arrayContaining([
      ...[...articleRules, ...metaRules, ...issueRules].map(rule => `Source: ${idOf(rule)}`),
      ...Object.keys(whole.emailRules).map(rule => `Email: ${rule}`),
      ...Object.keys(whole.bookRules).map(rule => `EPUB: ${rule}`),
      ...['email', 'text', 'pdf', 'epub', 'web'].map(medium => `Parity: ${medium}: comparing`),
    ]),
  )
  for (const { name, work } of checks)
    if (!/reading|parsing/.test(name)) expect((await work()) ?? [], name).toEqual([])

  // What is wrong is found in the one, and not looked for in the other.
  const wrong = join(folder, 'content', 'wrong.md')
  writeFileSync(
    wrong,
    `${readFileSync(path, 'utf8')}\n[Here](https://example.org/)\n\n![](${slug}/images/003.jpg)\n`,
  )
  const faulty = await builderOf({ whole, bare }, { path: wrong, folder, world })
  expect((await faulty.whole(['email'])).messages.map(String).join()).toContain('alternative text')
  expect((await faulty.bare(['email'])).messages).toEqual([])
}, 120_000)

test('the article that stands alone has a picture, and nothing to say of it', async () => {
  const folder = temporaryFolder()
  await writeIssue(folder, 3, 300)
  const text = readFileSync(writeAlone(folder), 'utf8')
  expect(text).toContain(`](${slug}/images/003.jpg`)
  expect((await articleOf(text)).messages).toEqual([])
})

describe('time', () => {
  test('is that of one call, however often it is called', async () => {
    let calls = 0
    const time = await timed(() => calls++, 5)
    expect(calls).toBeGreaterThan(100)
    expect(time.milliseconds).toBeLessThan(1)
    expect(time.spread[0]).toBeLessThanOrEqual(time.milliseconds)
  })

  test('is taken in turns, without the rounds that warm up, and that of a processor beside it', async () => {
    const order: string[] = []
    const ways = ['a', 'b'].map(name => async () => void order.push(name))
    let worked = 0
    const times = await inTurns(ways, { runs: 2, warmUps: 1, processorTime: () => worked++ })
    expect(order.join('')).toBe('ababab')
    expect(times.map(({ processor }) => processor)).toEqual([1, 1])
    expect(processorTime()).toBeGreaterThan(0)
  })

  test.each([
    [1234.5, '1,235'],
    [12.345, '12.3'],
    [0.123, '0.12'],
    [0.001, 'below 0.01'],
  ])('of %d ms is told as %s', (time, text) => {
    expect(told(time)).toBe(text)
  })
})

test('a rule is called as its function is, as the docs write it', () => {
  expect(idOf({ name: 'imageAltPlaceholder$1' })).toBe('image-alt-placeholder')
})

describe('the figures of checks', () => {
  const time = (milliseconds: number, processor: number) => ({
    milliseconds,
    processor,
    spread: [milliseconds, 2 * milliseconds] as [number, number],
  })
  const size = {
    articles: 20,
    runs: 5,
    partRuns: 20,
    deepRuns: 5,
    messages: 0,
    builds: [
      { what: 'all formats', whole: time(300, 200), bare: time(200, 170) },
      { what: 'epub', whole: time(100, 100), bare: time(80, 90) },
    ],
    parts: [
      { group: 'Source', name: 'image-alt', ...time(1, 1) },
      { group: 'Source', name: 'all rules', whole: true, ...time(4, 4) },
      { group: 'EPUB', name: 'EPUBCheck', whole: true, ...time(30, 12) },
      { group: 'Email', name: 'all rules', whole: true, ...time(4, 4) },
    ],
    deep: [
      { name: 'by axe', time: time(400, 600) },
      { name: 'by Ace', missing: 'left out: It needs Ace' },
    ],
  }
  const figures = { load: 7, sizes: [size] }

  test('are a share of a build, and those of a format of its own build', () => {
    expect(checkTables(figures).split('\n')).toEqual(
      expect.arrayContaining([
        'Warm builds of an issue of 20 articles, medians of 5 runs:',
        '| all formats | 300 | 300 to 600 | 200 | 200 | 200 to 400 | 170 | 20.0 | 10.0 % |',
        '| epub | 100 | 100 to 200 | 100 | 80.0 | 80.0 to 160 | 90.0 | 16.0 | 16.0 % |',
        'Each check of an issue of 20 articles, medians of 20 runs:',
        '| Source: image-alt | 1.00 | 1.00 to 2.00 | 1.00 | 0.5 % |',
        '| **EPUB: EPUBCheck** | 30.0 | 30.0 to 60.0 | 12.0 | 6.0 % |',
        '| by axe | 400 | 400 to 800 | 600 | 300.0 % |',
        '| by Ace | left out: It needs Ace |  |  |  |',
      ]),
    )
  })

  test('are a section of the page, which begins with what they come to', () => {
    const machine = { processor: 'A processor', cores: 2, system: 'linux x64', node: 'v20.0.0', runs: 5 }
    const section = checkSection(figures, { ...machine, date: '2026-01-02', browser: 'Chromium 1' })
    expect(section).toMatch(/^## The checks\n/)
    expect(section).toContain('some 7 processes wanted to run at once, ours among them. That is more than')
    expect(section).toContain(
      'Of an issue of 20 articles, the checks are 10.0 % of a warm build of all formats, the most of it EPUB: EPUBCheck (6.0 %). A build without them takes 15.0 % less. `trifold check` adds 600 ms of a processor, 3.0 times a build.',
    )
  })
})
