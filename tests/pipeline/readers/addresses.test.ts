import { expect, test } from 'vitest'
import { confirmTime, readerAddresses } from '../../../pipeline/readers/addresses.js'
import { readToken, type TokenPurpose } from '../../../pipeline/readers/token.js'

const secret = Buffer.alloc(32, 7)
const addresses = readerAddresses('https://letters.example.org/tides', secret)

/** Whom an address is for, read as the server reads it. */
function read(address: string, purpose: TokenPurpose) {
  expect(address.startsWith(`https://letters.example.org/tides/${purpose}/`)).toBe(true)
  return readToken(secret, purpose, address.split('/').at(-1) ?? '')
}

test('each address is for its reader, its launch and its purpose', () => {
  const subject = { reader: 12, launch: 3 }
  expect(read(addresses.unsubscribe(subject), 'unsubscribe')).toEqual(subject)
  expect(read(addresses.preferences(subject), 'preferences')).toEqual(subject)
})

test('an address to confirm carries when it was given out', () => {
  const at = Date.UTC(2026, 5, 1, 12, 0, 30)
  expect(read(addresses.confirm(12, at), 'confirm')).toEqual({ reader: 12, launch: confirmTime(at) })
  expect(confirmTime(at) * 60_000).toBe(Date.UTC(2026, 5, 1, 12))
})
