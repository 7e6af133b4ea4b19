import { describe, expect, test } from 'vitest'
import { markedIn, pasteOf, pastes } from './pastes.js'
import { frontMatterScore, type Score, scoreOf } from './score.js'

const texts = pastes.map(name => ({ text: pasteOf(name), marked: markedIn(name) }))
const of = (scores: ReadonlyMap<string, Score>, type: string) => {
  const { right = 0, wrong = 0, missed = 0 } = scores.get(type) ?? {}
  return { precision: right / (right + wrong), recall: right / (right + missed) }
}

describe.each([
  ['safe', 0.8],
  ['likely', 1],
] as const)('of the pastes, with %s quotations', (quotes, recall) => {
  const { scores, errors } = scoreOf(texts, quotes)

  test('no quotation is false, and as many are found as docs/import.md says', () => {
    expect(of(scores, 'quotation').precision, errors.join('\n')).toBe(1)
    expect(of(scores, 'quotation').recall, errors.join('\n')).toBeGreaterThanOrEqual(recall)
  })

  test('nothing else falls back', () => {
    for (const type of scores.keys()) {
      if (type === 'quotation') continue
      expect(of(scores, type).precision, `${type}\n${errors.join('\n')}`).toBeGreaterThanOrEqual(0.97)
      expect(of(scores, type).recall, `${type}\n${errors.join('\n')}`).toBeGreaterThanOrEqual(0.97)
    }
  })
})

test('the front matter of the pastes is as marked', () => {
  expect(frontMatterScore().errors).toEqual([])
})
