import { expect, test } from 'vitest'
import {
  bounceAddress,
  longestLocalPart,
  longestToken,
  readBounceAddress,
} from '../../../pipeline/bounces/verp.js'
import { signToken } from '../../../pipeline/readers/token.js'

const secret = Buffer.alloc(32, 7)
const subject = { reader: 1234, launch: 9 }

test('an address is read for whom it was made, whatever became of its case', () => {
  const address = bounceAddress('bounces@example.org', secret, subject)
  expect(address).toMatch(/^bounces\+1\.ya\.9\.[\da-f]{25}@example\.org$/)
  for (const written of [address, address.toUpperCase(), ` ${address} `])
    expect(readBounceAddress(written, secret)).toEqual(subject)
})

test('a mailbox that has a plus already keeps it', () => {
  const address = bounceAddress('letters+bounces@example.org', secret, subject)
  expect(address).toMatch(/^letters\+bounces\+1\./)
  expect(readBounceAddress(address, secret)).toEqual(subject)
})

test('the longest token leaves room for what is said to be left', () => {
  const most = { reader: 36 ** 10 - 1, launch: 36 ** 10 - 1 }
  expect(`+${signToken(secret, 'bounce', most)}`).toHaveLength(longestToken)
  const mailbox = (length: number) => `${'b'.repeat(length)}@example.org`
  expect(bounceAddress(mailbox(longestLocalPart - longestToken), secret, most)).toMatch(/@example\.org$/)
  expect(() => bounceAddress(mailbox(longestLocalPart - longestToken + 1), secret, most)).toThrow(
    'Unexpected 15 characters before the @ of bbbbbbbbbbbbbbb@example.org, expected at most 14',
  )
})

test('no other is read', () => {
  const address = bounceAddress('bounces@example.org', secret, subject)
  const others = [
    'bounces@example.org',
    'bounces+@example.org',
    '',
    '+',
    address.replace('.9.', '.8.'),
    address.slice(0, -12),
    `bounces+${signToken(secret, 'unsubscribe', subject)}@example.org`,
    `${'+'.repeat(10_000)}@example.org`,
  ]
  for (const other of others) expect(readBounceAddress(other, secret)).toBeUndefined()
  expect(readBounceAddress(address, Buffer.alloc(32, 8))).toBeUndefined()
})
