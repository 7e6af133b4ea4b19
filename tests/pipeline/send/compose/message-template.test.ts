import { simpleParser } from 'mailparser'
import { describe, expect, it, test } from 'vitest'
import type { Values } from '../../../../pipeline/bind/email/fill.js'
import { compileMessage, renderMessage } from '../../../../pipeline/send/compose/message-template.js'
import { PartsRefused } from '../../../../pipeline/send/compose/parts-refused.js'
import { someParticulars, someParts } from './some-parts.js'

const none = new Map<string, Uint8Array>()
const template = compileMessage({ parts: someParts, images: none })
const headOf = (message: Buffer) => message.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
const head = (change: { readonly values: Values }) =>
  headOf(renderMessage(template, { ...someParticulars, ...change })).split(/\r\n(?![ \t])/)

test('a message, as it is sent', () => {
  expect(renderMessage(template, someParticulars).toString('latin1').split('\r\n')).toEqual([
    'From: "Slack Water" <letters@example.org>',
    'To: =?UTF-8?B?w4VzYQ==?= <asa@example.org>',
    'Subject: Tides for you',
    'Date: Fri, 20 Mar 2026 08:30:00 +0000',
    'Message-ID: <1.7@slackwater.example.org>',
    'Content-Language: en-GB',
    'List-Id: "Slack Water" <slackwater.example.org>',
    'List-Unsubscribe: <https://letters.example.org/u/1.2s.7.0123456789>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative;',
    expect.stringMatching(/^ boundary="=_alternative_[\da-f]{24}"$/),
    '',
    expect.stringMatching(/^--=_alternative_[\da-f]{24}$/),
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Dear=20=',
    '=C3=85sa=',
    ',',
    '',
    'high water.',
    '',
    expect.stringMatching(/^--=_alternative_[\da-f]{24}$/),
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>Dear=20=',
    '=C3=85sa=',
    ', <a href=3D"=',
    'https://letters.example.org/u/1.2s.7.0123456789=',
    '">leave</a></p>',
    '',
    expect.stringMatching(/^--=_alternative_[\da-f]{24}--$/),
    '',
  ])
})

describe('the way out', () => {
  const leave = (unsubscribe_url: string) =>
    head({ values: { unsubscribe_url } }).filter(line => line.startsWith('List-Unsubscribe'))

  it('is one click where the reader’s address is https (RFC 8058)', () => {
    expect(leave('https://example.org/u')).toHaveLength(2)
    expect(leave('http://example.org/u')).toEqual(['List-Unsubscribe: <http://example.org/u>'])
    expect(leave('mailto:stop@example.org')).toEqual(['List-Unsubscribe: <mailto:stop@example.org>'])
  })

  it.each(['', 'javascript:alert(1)', 'tel:1', `https://example.org/${'a'.repeat(990)}`])(
    'is left out where it may not stand in a header: %j',
    address => expect(leave(address)).toEqual([]),
  )

  it('cannot begin another header', () => {
    expect(leave('https://example.org/\r\nBcc: x@example.org>')[0]).toBe(
      'List-Unsubscribe: <https://example.org/%20Bcc:%20x@example.org%3E>',
    )
  })
})

test('a subject is filled, then encoded', () => {
  const values = { first_name: 'Åsa\r\nBcc: x@example.org =?UTF-8?B?eA==?=' }
  expect(head({ values }).find(line => line.startsWith('Subject: '))).toMatch(/^Subject: =\?UTF-8\?B\?/)
  expect(head({ values }).filter(line => /^bcc/i.test(line))).toEqual([])
})

test('pictures go along, in lines of 76 characters', async () => {
  const bytes = Buffer.alloc(500, 'picture')
  const parts = {
    ...someParts,
    images: [{ path: 'images/a.png', type: 'image/png', cid: 'a@images.trifold' }],
  }
  const message = renderMessage(
    compileMessage({ parts, images: new Map([['images/a.png', bytes]]) }),
    someParticulars,
  )
  const { attachments } = await simpleParser(message)
  expect(attachments.map(({ cid, filename, content }) => [cid, filename, content.equals(bytes)])).toEqual([
    ['a@images.trifold', 'a.png', true],
  ])
  expect(() => compileMessage({ parts, images: none })).toThrow(
    /images\/a\.png go along.*Build the issue again/,
  )
})

describe('no message is made', () => {
  const headers = someParts.headers.filter(({ name }) => name !== 'From')

  it('without a sender', () => {
    expect(() => compileMessage({ parts: { ...someParts, headers }, images: none })).toThrow(/email\.from/)
  })

  it('with a header that no mail server takes', () => {
    const from = { name: 'From', value: [`${'a'.repeat(1000)}@example.org`] }
    const parts = { ...someParts, headers: [from, ...headers] }
    expect(() => compileMessage({ parts, images: none })).toThrow(PartsRefused)
    const replyTo = { replyTo: 'åsa@example.org' }
    expect(() => compileMessage({ parts: someParts, images: none, options: replyTo })).toThrow(/Reply-To/)
  })

  it.each(['1.7@example.org', '<1.7>', '<1@b>\r\nBcc: x@y', '<é@example.org>'])(
    'with the id %j',
    messageId => {
      expect(() => renderMessage(template, { ...someParticulars, messageId })).toThrow(RangeError)
    },
  )
})
