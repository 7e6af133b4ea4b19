import { describe, expect, it } from 'vitest'
import { AddressRefused, recipient } from '../../../../pipeline/send/compose/recipient.js'

describe('whom a message is for', () => {
  it.each([
    ['a@example.org', undefined, 'a@example.org'],
    ['a@example.org', ' \r\n ', 'a@example.org'],
    ['a@example.org', 'Ann Ebb', '"Ann Ebb" <a@example.org>'],
    [
      'a@example.org',
      'Ebb, Ann (home): "x"; <b@example.org>',
      '"Ebb, Ann (home): \\"x\\"; <b@example.org>" <a@example.org>',
    ],
    ['a@example.org', 'Ann\r\nBcc: b@example.org', '"Ann Bcc: b@example.org" <a@example.org>'],
    ['a@example.org', '\u202Enna', '"nna" <a@example.org>'],
    ['a@example.org', 'Åsa', '=?UTF-8?B?w4VzYQ==?= <a@example.org>'],
    ['o,neill@example.org', undefined, '"o,neill"@example.org'],
    ['a@bücher.example', undefined, 'a@xn--bcher-kva.example'],
    ['"a b"@example.org', undefined, '"a b"@example.org'],
    ['a@[192.0.2.1]', undefined, 'a@[192.0.2.1]'],
  ])('%j, %j', (email, name, header) => {
    expect(recipient({ email, name })).toBe(header)
  })

  it.each([
    'a',
    '',
    '@example.org',
    'a@',
    'a@b>, <c@example.org',
    '"a" <b@example.org>, "c"@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'a\r\nBcc: b@example.org',
    'åsa@example.org',
    'a@exa mple.org',
    `${'a'.repeat(250)}@example.org`,
  ])('%j is refused', email => {
    expect(() => recipient({ email })).toThrow(AddressRefused)
  })
})
