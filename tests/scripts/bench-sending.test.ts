import { describe, expect, test } from 'vitest'
import { sendingSection } from '../../scripts/bench/sending/page.mjs'
import { readPage } from '../docs/page.js'

const page = readPage('docs/benchmarks.md')
const [, after = ''] = page.split(/^(?=## Sending$)/m)
const [section = ''] = after.split(/\n(?=## (?!Sending))/)

const rate = {
  connections: 5,
  perSecond: 1234.4,
  spread: [900.2, 1300.6] as [number, number],
  processor: 0.654,
}

const made = sendingSection(
  {
    bytes: 60_321,
    runs: 3,
    load: 1.96,
    fast: [
      { way: 'trifold', ...rate },
      { way: 'nodemailer', ...rate },
    ],
    slow: [{ way: 'trifold', ...rate }],
    sizes: [
      {
        readers: 100_000,
        freeze: 1234.5,
        freezeProcessor: 1100.4,
        perSecond: 800,
        processor: 0.7,
        peak: 150_400_000,
      },
    ],
  },
  {
    ...{ processor: 'A processor', cores: 2, system: 'linux x64', node: 'v20.0.0' },
    ...{ date: '2026-01-02', browser: '' },
  },
)

describe('how fast issues are sent, in docs/benchmarks.md', () => {
  test('is what the script writes, but for the figures', () => {
    const prose = (text: string) =>
      text
        .split('\n')
        .filter(line => line !== '' && !line.startsWith('|'))
        .map(line =>
          line
            .replace(/A message of \d+ KB/, 'A message')
            .replace(/Measured on .*?, ours among them/, 'Measured, ours among them'),
        )
    expect(prose(section)).toEqual(prose(made))
  })

  test('has every way, for each number of connections', () => {
    for (const connections of [1, 5, 20])
      for (const name of ['Trifold', 'Trifold, without its ledger', "nodemailer's pool, each composed anew"])
        expect(section).toContain(`| ${name} | ${connections} |`)
    expect(section).toMatch(/^\| 100,000 \|/m)
  })

  test('shows whole messages, and the processor to hundredths of a millisecond', () => {
    expect(made).toContain('| Trifold | 5 | 1,234 | 900 to 1,301 | 0.65 |')
    expect(made).toContain('| 100,000 | 1,235 | 1,100 | 800 | 0.70 | 150 |')
    expect(made).toContain('A message of 60 KB')
    expect(made).toContain('2.0 processes')
  })
})
