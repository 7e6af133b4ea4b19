import { describe, expect, it, test } from 'vitest'
import { folded } from '../../../../pipeline/bind/email/fold.js'
import { mailbox } from '../../../../pipeline/bind/email/mailbox.js'
import { phrase, unstructured } from '../../../../pipeline/bind/email/phrase.js'

describe('a sender', () => {
  it.each([
    ['letters@example.org', 'letters@example.org'],
    ['Slack Water <letters@example.org>', '"Slack Water" <letters@example.org>'],
    ['"Slack Water, Ltd" <letters@example.org>', '"Slack Water, Ltd" <letters@example.org>'],
    ['"The \\"Tide\\"" <a@example.org>', '"The \\"Tide\\"" <a@example.org>'],
    ['Tide, Ltd: "News" <a@example.org>', '"Tide, Ltd: \\"News\\"" <a@example.org>'],
    ['Ebbe – Flut <a@exämple.org>', '=?UTF-8?B?RWJiZSDigJMgRmx1dA==?= <a@xn--exmple-cua.org>'],
    ['a,b:c@example.org', '"a,b:c"@example.org'],
    ['"a b"@example.org', '"a b"@example.org'],
    ['"a", "b"@example.org', '"\\"a\\", \\"b\\""@example.org'],
  ])('%s', (from, header) => {
    expect(mailbox(from)).toBe(header)
  })
})

describe('what looks like an encoded word', () => {
  const words = '=?UTF-8?B?QmNjOiB4?='

  it.each([phrase, unstructured])('is encoded, so that it is not read as one', write => {
    const header = write(words)
    expect(header).not.toContain(words)
    expect(Buffer.from(header.slice(10, -2), 'base64').toString()).toBe(words)
  })
})

describe('a header is folded', () => {
  test('at spaces, all of which stay', () => {
    const value = `${'a few words and  two spaces '.repeat(20)}`
    const lines = folded('Subject', value).split('\r\n')
    expect(lines.filter(line => line.length > 76 || line.trim() === '')).toEqual([])
    expect(lines.join('')).toBe(`Subject: ${value}`)
  })

  test('with no line over 76 characters, whatever a subject or a name holds', () => {
    const texts = [
      '潮'.repeat(300),
      'x'.repeat(3000),
      `${'👩‍👩‍👧‍👦'.repeat(50)} =?x?=`,
      'é',
      'plain '.repeat(90),
    ]
    for (const text of texts)
      for (const write of [phrase, unstructured])
        expect(
          Math.max(
            ...folded('Subject', write(text))
              .split('\r\n')
              .map(line => line.length),
          ),
        ).toBeLessThan(77)
  })
})
