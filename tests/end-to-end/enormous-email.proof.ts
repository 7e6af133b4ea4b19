import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { buildEmail } from '../support/built-email.js'

const times = (text: string, count: number) => text.repeat(count)

/** Articles that are too deep, too long or too many of something. */
const articles: readonly [name: string, body: string][] = [
  ['10,000 quotations in one another', `${times('>', 10_000)} words`],
  ['10,000 quotations in one another, apart', `${times('> ', 10_000)}words`],
  ['10,000 quotations of HTML', `${times('<blockquote>', 10_000)}words${times('</blockquote>', 10_000)}`],
  ['10,000 elements that are unwrapped', `${times('<div><span>', 10_000)}words`],
  [
    'lists in one another',
    Array.from({ length: 160 }, (_, depth) => `${times(' ', depth * 2)}- words`).join('\n'),
  ],
  ['10,000 brackets', `${times('[', 10_000)}words${times(']', 10_000)}`],
  ['10,000 stars', `${times('*a ', 800)}words${times(' b*', 800)}`],
  ['emphasis in one another', `${times('*a **b ', 300)}words${times('** c*', 300)}`],
  ['brackets of directives', `${times(':mark[', 2_000)}words${times(']', 2_000)}`],
  [
    'containers in one another',
    `${Array.from({ length: 200 }, (_, depth) => `${times(':', 203 - depth)}note`).join('\n')}\nwords`,
  ],
  ['a word of 300,000 letters', `words ${times('w', 300_000)}`],
  ['a line of 300,000 words', times('words ', 300_000 / 6)],
  ['300,000 controls of direction', `words ${times('\u202e\u2067\u202c', 100_000)} end`],
  ['100,000 marks on a letter', `words a${times('\u0301', 100_000)}`],
  ['50,000 joined emoji', `words ${times('👩‍', 50_000)}`],
  [
    '1,500 notes',
    `words${Array.from({ length: 1500 }, (_, index) => `[^${index}]`).join('')}\n\n${Array.from({ length: 1500 }, (_, index) => `[^${index}]: n\n`).join('\n')}`,
  ],
  [
    'a table of 2,000 columns',
    `words\n\n|${times(' a |', 2000)}\n|${times('---|', 2000)}\n|${times(' b |', 2000)}`,
  ],
  ['controls', `wo\u0000rds \u0001\u0085\u009b\u007f\u2028\u2029\ufffe end`],
  ['lone surrogates', 'words \ud800 \udc00 end'],
]

describe.each(articles)('%s', (_, body) => {
  test('become an email, or a message says why not', async () => {
    const { html, text, eml, messages } = await buildEmail(`---\ntitle: T\n---\n\n${body}\n`, {
      config: { url: 'https://example.org', address: '1 Street' },
    })
    expect(
      messages.filter(message => /RangeError|call stack|undefined|Unexpected error/i.test(message)),
    ).toEqual([])
    if (html === '') {
      expect(messages.join()).toMatch(/article-nested/)
      return
    }
    expect(text).toContain('word')
    expect(html).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
    )
    const mail = await PostalMime.parse(eml)
    expect(mail.text?.trimEnd()).toBe(text.trimEnd())
    const lines = Buffer.from(eml).toString('latin1').split('\r\n')
    expect(Math.max(...lines.map(line => line.length))).toBeLessThan(998)
  }, 60_000)
})
