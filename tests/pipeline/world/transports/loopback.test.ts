import { expect, test } from 'vitest'
import { isLoopback, isThisMachine } from '../../../../pipeline/world/transports/loopback.js'

test.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('%s is this machine', address => {
  expect(isLoopback(address)).toBe(true)
})

test.each([
  '10.0.0.1',
  '128.0.0.1',
  '0.0.0.0',
  '::',
  '::2',
  '::ffff:10.0.0.1',
  'localhost',
  '',
  '127.0.0.1.example',
])('%j is not', address => {
  expect(isLoopback(address)).toBe(false)
})

test('a name is by what it leads to', async () => {
  expect(await isThisMachine('localhost')).toBe(true)
  expect(await isThisMachine('127.0.0.1')).toBe(true)
  expect(await isThisMachine('192.0.2.1')).toBe(false)
})
