import { expect, test } from 'vitest'
import { forgetUnconfirmed, unconfirmedFor } from '../../../pipeline/readers/forget-unconfirmed.js'
import { memoryReaders } from '../../support/memory-readers.js'
import { aReader } from '../../support/reader-store-behaves.js'

test('an address that nobody confirmed is erased after 30 days, and no other', async () => {
  const readers = memoryReaders()
  const now = 2 * unconfirmedFor
  const old = Array.from({ length: 1200 }, (_, n) =>
    aReader(`a${n}@example.org`, { state: 'pending', since: 5 }),
  )
  const kept = [
    aReader('new@example.org', { state: 'pending', since: now - unconfirmedFor + 1 }),
    aReader('active@example.org', { since: 5 }),
    aReader('left@example.org', { state: 'unsubscribed', since: 5 }),
  ]
  await readers.add([...old.slice(0, 600), ...kept, ...old.slice(600)])
  expect(await forgetUnconfirmed(readers, now)).toBe(1200)
  expect((await readers.page({})).map(({ email }) => email)).toEqual(kept.map(({ email }) => email))
  expect(await forgetUnconfirmed(readers, now)).toBe(0)
  expect((await readers.add(old.slice(0, 1)))[0]?.kind).toBe('suppressed')
})
