import { expect, test } from 'vitest'
import { readToken, signToken } from '../../../pipeline/readers/token.js'

const secret = Buffer.alloc(32, 7)
const subject = { reader: 123_456, launch: 9 }

test('a token is read for what it was made for, whatever became of its case', () => {
  const token = signToken(secret, 'unsubscribe', subject)
  expect(token).toMatch(/^[\da-z.]{1,50}$/)
  expect(readToken(secret, 'unsubscribe', token)).toEqual(subject)
  expect(readToken(secret, 'unsubscribe', token.toUpperCase())).toEqual(subject)
})

test('no other is', () => {
  const token = signToken(secret, 'unsubscribe', subject)
  expect(readToken(secret, 'confirm', token)).toBeUndefined()
  expect(readToken(Buffer.alloc(32, 8), 'unsubscribe', token)).toBeUndefined()
  expect(readToken(secret, 'unsubscribe', token.replace('.9.', '.8.'))).toBeUndefined()
  for (let at = 0; at < token.length; at += 1) {
    const other = `${token.slice(0, at)}${token[at] === '0' ? '1' : '0'}${token.slice(at + 1)}`
    expect(readToken(secret, 'unsubscribe', other)).toBeUndefined()
  }
  for (const text of ['', '....', '1.a.b.', `1.a.b.${'é'.repeat(25)}`, `${token}0`, ' '.repeat(10_000)])
    expect(readToken(secret, 'unsubscribe', text)).toBeUndefined()
})
