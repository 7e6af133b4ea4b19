import { describe, expect, test } from 'vitest'
import { messagesSection } from '../../scripts/bench/messages-page.mjs'
import { readPage } from '../docs/page.js'

const page = readPage('docs/benchmarks.md')
const [, after = ''] = page.split(/^(?=## Messages$)/m)
const [section = ''] = after.split(/\n(?=## (?!Messages))/)

const made = messagesSection(
  [
    {
      article: 'the-mill',
      figures: [
        {
          name: 'One way',
          bytes: 12_345,
          time: { processor: 0.0123, milliseconds: 1.234, spread: [0.5, 20.04] },
        },
      ],
    },
  ],
  { processor: 'A processor', cores: 2, system: 'linux x64', node: 'v20.0.0', date: '2026-01-02', runs: 20 },
)

describe('what messages to readers cost, in docs/benchmarks.md', () => {
  test('is what the script writes, but for the figures', () => {
    const prose = (text: string) =>
      text
        .split('\n')
        .filter(line => line !== '' && !/^\||^One message/.test(line))
        .map(line => line.replace(/Measured on .*?\. Other/, 'Measured. Other'))
    expect(prose(section)).toEqual(prose(made))
  })

  test('has every way', () => {
    for (const name of ['MailComposer, each composed anew', 'Trifold, encoded once', 'Trifold, signed'])
      expect(section).toContain(`| ${name} |`)
  })

  test('shows times to thousandths where they are short, and bytes whole', () => {
    expect(made).toContain('| One way | 0.012 | 1.23 | 0.500 to 20.0 | 12,345 |')
  })
})
