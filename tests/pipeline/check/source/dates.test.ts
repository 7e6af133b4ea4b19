import { describe, expect, test } from 'vitest'
import { dateAfterIssue } from '../../../../pipeline/check/source/dates.js'
import { reporter } from '../../../../pipeline/messages.js'
import { issueOf, joined, publication } from '../../../support/rendering.js'
import { examplesOf, withFront } from './examples.js'

const dated = (date: string, more: string) => withFront(`date: ${date}\n${more}`)

describe('date-order', () => {
  examplesOf(
    'date-order',
    [
      [dated('2026-03-20', 'updated: 2025-03-21'), '3:10 Unexpected `updated: 2025-03-21` before'],
      [
        dated('2026-03-20', 'corrections: { date: 2026-03-02, text: A. }'),
        '3:14 Unexpected correction of 2026-03-02',
      ],
      [dated('2026-03-20T10:00:00Z', 'updated: 2026-03-20T10:30:00+02:00'), 'Unexpected `updated'],
    ],
    [
      dated('2026-03-20', 'updated: 2026-03-20'),
      dated('2026-03-20T23:00:00Z', 'updated: 2026-03-20'),
      dated('2026-03-20', 'corrections: { date: 2026-03-21, text: A. }'),
      withFront('updated: 2026-03-20'),
    ],
  )
})

describe('date-after-issue', () => {
  const said = async (first: string, second: string) => {
    const articles = await Promise.all([first, second].map(date => issueOf(dated(date, 'title: T'))))
    const [one, other] = articles
    if (!one || !other) throw new Error('Two were made')
    const found: Parameters<typeof reporter>[1] = []
    const reportFor = () => reporter('mill.md', found)
    dateAfterIssue({ issue: joined(one, other), publication, reportFor })
    return found.map(({ line, reason }) => `${line} ${reason}`)
  }

  test('an article that is newer than its issue is told of', async () => {
    expect(await said('2026-03-20', '2026-04-01')).toEqual([
      expect.stringContaining('2 Unexpected `date: 2026-04-01` after that of the issue, 2026-03-20'),
    ])
  })

  test('one of the same day or before is not', async () => {
    expect(await said('2026-03-20', '2026-03-19')).toEqual([])
  })
})
