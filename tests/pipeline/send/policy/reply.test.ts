import { expect, test } from 'vitest'
import { kindOfRefusal, readReply } from '../../../../pipeline/send/policy/reply.js'

test.each([
  ['550 5.1.1 gone', 550, '1.1'],
  ['550-5.1.1 gone\n550 5.1.1 for good', 550, '1.1'],
  ['550-gone\n550 5.1.10 for good', 550, '1.10'],
  ['550 4.1.1 gone', 550, undefined],
  ['550 gone', 550, undefined],
  ['550', 550, undefined],
  ['550 10.1.1.1 is listed', 550, undefined],
])('%j has a code and a status', (response, code, status) => {
  expect(readReply(response)).toMatchObject({ code, ...(status && { status }) })
  expect(readReply(response)?.status).toBe(status)
})

test.each(['', 'HTTP/1.1 200 OK', '5501 x', '55', '650 x', '-ERR', ' 550 x'.trimStart().slice(1)])(
  '%j is no reply',
  response => {
    expect(readReply(response)).toBeUndefined()
  },
)

test('refusals of one kind are known by what they share', () => {
  expect(
    kindOfRefusal('554 5.7.1 <a@one.example>: Blocked, see https://bl.example/?ip=192.0.2.1 (id a1b2)'),
  ).toBe(kindOfRefusal('554 5.7.1 <b@two.example>: Blocked, see https://bl.example/?ip=192.0.2.9 (id c3d4)'))
  expect(kindOfRefusal('550 5.7.1 Spam')).not.toBe(kindOfRefusal('554 5.7.1 Spam'))
  expect(kindOfRefusal('550 5.7.1 Spam')).not.toBe(kindOfRefusal('550 5.7.26 Spam'))
  expect(kindOfRefusal('550 5.7.1 Spam')).not.toBe(kindOfRefusal('550 5.7.1 Blocked'))
})
