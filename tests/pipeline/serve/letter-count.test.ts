import { expect, test } from 'vitest'
import { letterCount } from '../../../pipeline/serve/letter-count.js'

const hour = 60 * 60_000
const rate = { between: hour, aDay: 3 }

test('a mailbox is written to once an hour and three times a day', () => {
  const { take } = letterCount(rate)
  const taken = [0, 0.5, 1, 2, 3, 23.9, 24, 24.5, 25].map(at => take('a@example.org', at * hour))
  expect(taken).toEqual([true, false, true, true, false, false, true, false, true])
  expect(take('b@example.org', 25 * hour)).toBe(true)
})

test('another case and what stands after a plus are the same mailbox', () => {
  const { take } = letterCount(rate)
  const written = ['a@example.org', 'A@Example.org', 'a+1@example.org', 'a+x+y@example.org', '+a@example.org']
  expect(written.map(email => take(email, 0))).toEqual([true, false, false, false, true])
})

test('a letter that was not sent does not count', () => {
  const { take, undo } = letterCount({ between: hour, aDay: 1 })
  expect(take('a@example.org', 0)).toBe(true)
  undo('a@example.org')
  expect(take('a@example.org', 1)).toBe(true)
  expect(take('a@example.org', 2 * hour)).toBe(false)
})
