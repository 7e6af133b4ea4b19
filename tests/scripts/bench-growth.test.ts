import { describe, expect, test } from 'vitest'
import { growthSection, growthTables } from '../../scripts/bench/growth-page.mjs'
import { growthVerdicts, stepsOf } from '../../scripts/bench/growth-verdict.mjs'

const figure = (articles: number, milliseconds: number, peak: number) => ({
  name: `${articles} articles`,
  articles,
  milliseconds,
  spread: [milliseconds, milliseconds] as [number, number],
  processor: milliseconds,
  peak: peak * 1e6,
  ownPeak: peak * 5e5,
  runs: 3,
})

describe('growth', () => {
  const figures = [figure(10, 1500, 100), figure(100, 6000, 200), figure(1000, 60_000, 250)]

  test('is told by what each article more takes, from size to size', () => {
    expect(stepsOf(figures)).toMatchObject([
      { from: 10, to: 100, each: 50, peak: 2, ownPeak: 2 },
      { from: 100, to: 1000, each: 60, peak: 1.25 },
    ])
  })

  test('is as linear and as flat as the figures say', () => {
    expect(growthVerdicts(figures)).toEqual([
      'Time is linear within 20 %: an article more takes 50 ms from 10 to 100, and 60 ms from 100 to 1,000.',
      'Time of a processor is linear within 20 %: an article more takes 50 ms from 10 to 100, and 60 ms from 100 to 1,000.',
      'Memory is flat within 25 %: 1,000 articles hold 1.25 times what 100 do, our process alone 1.25 times.',
    ])
    const square = [figure(10, 1000, 100), figure(100, 100_000, 1000), figure(1000, 10_000_000, 10_000)]
    expect(growthVerdicts(square)[0]).toContain('within 900 %')
    expect(growthVerdicts(square)[2]).toContain('flat within 900 %')
    expect(growthVerdicts([figure(10, 1000, 9), figure(100, 3000, 9), figure(1000, 20_000, 8)])).toEqual([
      expect.stringContaining('linear or better'),
      expect.stringContaining('linear or better'),
      expect.stringContaining('flat or better'),
    ])
  })

  test('is told by the dearest step, not by the last', () => {
    const [verdict] = growthVerdicts([...figures, figure(10_000, 420_000, 250)])
    expect(verdict).toContain('linear within 20 %')
  })

  test('is not told where other work took more time than the articles', () => {
    const noisy = [figure(10, 1500, 100), figure(100, 900, 200), figure(1000, 60_000, 250)]
    expect(growthVerdicts(noisy)[0]).toBe('Time: not to be told, as more articles took less time than fewer.')
  })

  test('is not told by too few sizes, nor by builds that failed', () => {
    const few = ['Too few sizes were built to say how time and memory grow.']
    expect(growthVerdicts(figures.slice(0, 2))).toEqual(few)
    expect(
      growthVerdicts([...figures.slice(0, 2), { name: '', articles: 1000, missing: 'failed: no' }]),
    ).toEqual(few)
  })

  test('is a table, and a section of the page', () => {
    const measured = { formats: 'email,web', load: 4, figures }
    expect(growthTables(measured).split('\n')).toEqual(
      expect.arrayContaining([
        'Builds of email, web:',
        '| 1000 articles | 60,000 | 60,000 to 60,000 | 60 | 60,000 | 125 | 250 | 3 |',
        '| from 100 to 1,000 articles | 60.0 | 60.0 | 1.25 | 1.25 |',
      ]),
    )
    const machine = {
      processor: 'A processor',
      cores: 2,
      system: 'linux x64',
      node: 'v20.0.0',
      date: '2026-01-02',
      browser: 'Chromium 1',
    }
    const section = growthSection(measured, machine)
    expect(section).toMatch(/^## Growth\n/)
    expect(section).toContain('A processor, 2 cores')
    expect(section).toContain('That is more than there are cores')
  })
})
