import { describe, expect, test } from 'vitest'
import { isGone, statusIn } from '../../../pipeline/bounces/status.js'

describe('whether a mailbox is gone', () => {
  test.each<[string | undefined, string, boolean]>([
    ['5.1.1', '', true],
    ['5.1.2', '', true],
    ['5.1.3', '', true],
    ['5.1.10', '', true],
    ['5.2.1', '', true],
    ['5.1.7', 'user unknown', false],
    ['5.1.8', '550 no such user', false],
    ['5.2.2', '552 user unknown', false],
    ['5.4.1', '550 Recipient address rejected: Access denied', false],
    ['5.4.4', 'Host or domain name not found', false],
    ['5.7.1', '550 5.7.1 no such user', false],
    ['5.0.0', '550 5.1.1 whatever', true],
    ['5.0.0', '550 User unknown', true],
    ['5.0.0', '554 5.7.1 blocked: no such user', false],
    ['5.0.0', '550 failed', false],
    ['5.3.0', '554 5.3.0 <r@example.net>... User unknown', true],
    [undefined, '550 No such user here', true],
    [undefined, '550 Requested action not taken: mailbox unavailable', false],
    [undefined, '550 user unknown, or over quota', false],
    [undefined, '450 user unknown', false],
    [undefined, 'user unknown', false],
    [undefined, '550 sender address rejected: user unknown', false],
    [undefined, '', false],
  ])('%s, %s: %s', (status, words, gone) => {
    expect(isGone(status, words)).toBe(gone)
  })
})

describe('a status in words', () => {
  test.each([
    ['550 5.1.1 <r@example.net>', '5.1.1'],
    ['(#5.1.1)', '5.1.1'],
    ['550-5.7.26 blocked', '5.7.26'],
    ['from 192.5.1.1', undefined],
    ['from 5.1.1.20', undefined],
    ['Exim 14.9.6', undefined],
    ['6.1.1', undefined],
    ['5.1', undefined],
  ])('%s: %s', (words, status) => {
    expect(statusIn(words)).toBe(status)
  })
})
