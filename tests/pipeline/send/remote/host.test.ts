import { expect, test } from 'vitest'
import { hostOf } from '../../../../pipeline/send/remote/host.js'

const token = 'a'.repeat(32)

test.each([
  ['https://letters.example.org', 'https://letters.example.org', 'letters.example.org'],
  ['https://letters.example.org/', 'https://letters.example.org', 'letters.example.org'],
  ['https://example.org:8443/letters/', 'https://example.org:8443/letters', 'example.org:8443'],
  ['HTTPS://Letters.Example.org', 'https://letters.example.org', 'letters.example.org'],
  ['http://localhost:8025', 'http://localhost:8025', 'localhost:8025'],
  ['http://127.1:8025', 'http://127.0.0.1:8025', '127.0.0.1:8025'],
  ['http://[::1]:8025', 'http://[::1]:8025', '[::1]:8025'],
])('%s is a host', (written, url, name) => {
  expect(hostOf(written, token)).toEqual({ url, name, token })
})

test.each([
  'http://letters.example.org',
  'http://127.0.0.1.example.org',
  'http://localhost.example.org',
  'http://127.0.0.1@letters.example.org',
  'http://192.168.1.2',
  'http://0.0.0.0',
  'http://[::ffff:192.168.1.2]',
  'ftp://127.0.0.1',
  'file:///etc/passwd',
  'letters.example.org',
  '',
  'https://letters.example.org/$(reboot)',
  'https://letters.example.org/?to=other',
  'https://letters.example.org/#other',
])('%j is asked nothing', written => {
  expect(() => hostOf(written, token)).toThrow(/^--host: expected an address/)
})

test('a password in an address is not said again', () => {
  expect(() => hostOf('https://me:secret@letters.example.org', token)).toThrow(
    '"https://…@letters.example.org"',
  )
  expect(() => hostOf('http://me:secret@x@letters.example.org', token)).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  )
})

test.each([
  [undefined, 'TRIFOLD_HOST_TOKEN is not set'],
  ['', 'TRIFOLD_HOST_TOKEN is not set'],
  ['a'.repeat(31), '32 characters or more'],
  [`${'a'.repeat(40)}\r\nx: y`, '32 characters or more'],
  ['é'.repeat(40), '32 characters or more'],
])('a token of %j is none', (given, words) => {
  expect(() => hostOf('https://letters.example.org', given)).toThrow(words)
})
