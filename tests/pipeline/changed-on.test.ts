import { expect, test } from 'vitest'
import type { ArticleMeta } from '../../pipeline/article.js'
import { changedOn, issueChangedOn } from '../../pipeline/changed-on.js'
import { composeIssue } from '../../pipeline/issue/compose.js'
import { issueOf } from '../support/rendering.js'

type Dates = Pick<ArticleMeta, 'date' | 'updated' | 'corrections'>

const { meta: plain, articles } = await issueOf('# A tide')
const metaOf = (dates: Dates): ArticleMeta => ({ ...plain, ...dates })
const corrected = (...dates: string[]) => dates.map(date => ({ date, text: 'The gauge is older.' }))

test.each<[Dates, string | undefined]>([
  [{}, undefined],
  [{ date: '2026-02-12' }, '2026-02-12'],
  [{ date: '2026-02-12', updated: '2026-02-14' }, '2026-02-14'],
  [{ date: '2026-02-12', corrections: corrected('2026-04-03', '2026-03-01') }, '2026-04-03'],
  [{ date: '2026-02-12', updated: '2026-05-01', corrections: corrected('2026-04-03') }, '2026-05-01'],
  [
    { updated: '2026-04-03T18:00:00+01:00', corrections: corrected('2026-04-03') },
    '2026-04-03T18:00:00+01:00',
  ],
  [{ date: '2026-02-12', corrections: corrected('2026-01-01') }, '2026-02-12'],
  [{ corrections: corrected('2026-04-03') }, '2026-04-03'],
  [{ date: 'one Thursday', corrections: corrected('2026-04-03') }, '2026-04-03'],
])('of %j it is %s', (dates, changed) => {
  expect(changedOn(metaOf(dates))).toBe(changed)
})

test.each<[issue: Dates, article: Dates, changed: string | undefined]>([
  [{ date: '2026-06-21' }, { date: '2026-07-30' }, '2026-06-21'],
  [{ date: '2026-06-21' }, { updated: '2026-06-30' }, '2026-06-30'],
  [{ date: '2026-06-21' }, { date: '2026-07-30', corrections: corrected('2026-07-02') }, '2026-07-02'],
  [{ date: '2026-06-21', corrections: corrected('2026-08-01') }, { updated: '2026-06-30' }, '2026-08-01'],
  [{}, { date: '2026-07-30' }, '2026-07-30'],
  [{}, {}, undefined],
])('of an issue of %j with an article of %j it is %s', (issue, article, changed) => {
  const of = { meta: metaOf(issue), articles: [{ ...articles[0], meta: metaOf(article) }] as const }
  expect(issueChangedOn(of)).toBe(changed)
})

test('is the date of the files, where SOURCE_DATE_EPOCH gives none', () => {
  const meta = metaOf({ date: '2026-02-12', corrections: corrected('2026-04-03') })
  const composed = (env: Record<string, string>) =>
    composeIssue({ ...articles[0], meta }, env, () => undefined).modified.toISOString()
  expect(composed({})).toBe('2026-04-03T00:00:00.000Z')
  expect(composed({ SOURCE_DATE_EPOCH: '0' })).toBe('1970-01-01T00:00:00.000Z')
})
