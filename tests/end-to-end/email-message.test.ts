import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConfigInput } from '../../pipeline/config/schema.js'
import { type BuiltEmail, buildEmail } from '../support/built-email.js'
import { sampleMarkdown, slugs } from '../support/built-samples.js'
import { type MailServer, startMailServer } from '../support/smtp.js'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const fixtures = folder('../fixtures/elements')
const mill = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#446688' } })
  .png()
  .toBuffer()
const picturesOf = (path: string) =>
  Object.fromEntries(
    readdirSync(path).map(name => [`images/${name}`, readFileSync(`${path}/${name}`)] as const),
  )
const pictures = { ...picturesOf(folder('../../content/images')), 'images/mill.png': mill }

const config: ConfigInput = {
  name: 'Slack Water – ماء راكد, 平潮',
  lang: 'en-GB',
  url: 'https://slackwater.example.org',
  address: 'Staithe House, Saltmere',
  mergeTags: ['name', 'email'],
  email: {
    from: 'Slack Water, 平潮 <letters@example.org>',
    unsubscribe: `https://slackwater.example.org/unsubscribe/${'a-long-way-out/'.repeat(12)}`,
  },
}

const arabic = `---
title: المدّ والجزر في الخليج — «دليل» القارئ
lang: ar
date: 2026-03-20
authors: [ليلى القرشي]
description: ${'سطر طويل عن المد والجزر '.repeat(12)}
---

${'يرتفع المد مرتين في اليوم، وينخفض مرتين. '.repeat(30)}

## الأرقام

1. ٣٫٥ متر
2. \`npm start\` ثم [رابط](https://example.org/مد?س=١)
`
const chinese = `---
title: 潮汐表：每日《潮》與月亮之間的關係及其在港口的應用，完整版
lang: zh-Hant
date: 2026-03-20
authors: [陳大文]
---

${'潮汐每日兩次，漲落之間，船隻進出港口。'.repeat(60)}

> 海上生明月，天涯共此時。
>
> — 張九齡
`
const dots = `---\ntitle: Dots\ndate: 2026-03-20\n---\n\n\`\`\`\n.\n..\n.hidden\n.\r\nQUIT\n\`\`\`\n\nFrom here\n`

const articles: readonly [name: string, markdown: string][] = [
  ...slugs.map((slug): [string, string] => [slug, sampleMarkdown(slug)]),
  ...readdirSync(fixtures).map((name): [string, string] => [
    name,
    `---\ntitle: ${name} – “é”\ndate: 2026-03-20\n---\n\n${readFileSync(`${fixtures}/${name}/input.md`, 'utf8')}`,
  ]),
  ['arabic', arabic],
  ['chinese', chinese],
  ['dots', dots],
]

let server: MailServer
beforeAll(async () => {
  server = await startMailServer()
})
afterAll(() => server?.close())

/** The parts of a message by type, nested as they are, and each by its encoding. */
function structure(message: string): string[] {
  return [...message.matchAll(/^Content-Type: ([a-z]+\/[a-z]+)/gim)].map(([, type = '']) => type)
}

/** A line's end more or less at the end of a part is the readers' own. */
const whole = (text: string | false | undefined) => (text || '').trimEnd()
const headOf = (eml: Uint8Array) => Buffer.from(eml).toString('latin1').split('\r\n\r\n', 1)[0] ?? ''

describe.each(['hosted', 'embedded'] as const)('with pictures %s', images => {
  const setup = { ...config, email: { ...config.email, images } }
  const build = (markdown: string) => buildEmail(markdown, { config: setup, files: pictures })

  describe.each(articles)('%s as a message', (name, markdown) => {
    let made: BuiltEmail
    let message: string
    beforeAll(async () => {
      made = await build(markdown)
      message = Buffer.from(made.eml).toString('latin1')
    })

    test('is read as it was written, by two readers of mail', async () => {
      const mail = await simpleParser(Buffer.from(made.eml), { skipImageLinks: true })
      const other = await PostalMime.parse(made.eml)
      const html =
        images === 'hosted'
          ? made.html
          : made.html.replace(/src="images\/([^"]+)"/g, 'src="cid:$1@images.trifold"')
      expect([mail.html, other.html].map(whole)).toEqual([html, html].map(whole))
      expect([mail.text, other.text].map(whole)).toEqual([made.text, made.text].map(whole))
      const title = /<title>(.*?)<\/title>/.exec(made.html)?.[1]?.replaceAll('&amp;', '&')
      expect([mail.subject, other.subject]).toEqual([title, title])
      const sender = { name: 'Slack Water, 平潮', address: 'letters@example.org' }
      expect([mail.from?.value[0], other.from]).toEqual([sender, sender])
    })

    test('has the text first, lines of ASCII that are short, and each header once', () => {
      const shown = new Set([...made.html.matchAll(/src="(images\/[^"]+)"/g)].map(([, path]) => path))
      expect(structure(message)).toEqual(
        shown.size === 0
          ? ['multipart/alternative', 'text/plain', 'text/html']
          : [
              'multipart/alternative',
              'text/plain',
              'multipart/related',
              'text/html',
              ...[...shown].map(path => `image/${path?.endsWith('.jpg') ? 'jpeg' : path?.slice(-3)}`),
            ],
      )
      // An address cannot be broken.
      const long = message.split('\r\n').filter(line => line.length > 76)
      expect(long).toEqual([` <${config.email?.unsubscribe}>`])
      expect(message).toMatch(/^[\t\r\n\u0020-\u007e]*$/)
      expect(message).not.toMatch(/(?<!\r)\n|\r(?!\n)/)
      const names = headOf(made.eml)
        .split(/\r\n(?![ \t])/)
        .map(line => line.split(':')[0])
      expect(names).toEqual([
        'From',
        'Subject',
        'Content-Language',
        'List-ID',
        'List-Unsubscribe',
        'List-Unsubscribe-Post',
        'Message-ID',
        'Date',
        'MIME-Version',
        'Content-Type',
      ])
    })

    test('arrives over SMTP as it was sent', async () => {
      const received = await server.deliver(made.eml)
      expect(received.equals(made.eml)).toBe(true)
    })

    test('is the same bytes again', async () => {
      const again = await build(markdown)
      expect(Buffer.from(again.eml).equals(made.eml), name).toBe(true)
    })
  })
})

describe('the head of a message', () => {
  const article = (more = '') =>
    `---\ntitle: T\nslug: one\ndate: 2026-03-20T09:30:00+01:00\n${more}---\n\nWords.\n`
  const head = async (markdown: string, change: ConfigInput = {}) =>
    headOf((await buildEmail(markdown, { config: { ...config, ...change } })).eml).replace(
      /\r\n(?=[ \t])/g,
      '',
    )

  test('has the issue’s date, language and list', async () => {
    const lines = (await head(article())).split('\r\n')
    expect(lines).toContain('Date: Fri, 20 Mar 2026 08:30:00 +0000')
    expect(lines).toContain('Content-Language: en-GB')
    expect(lines.find(line => line.startsWith('List-ID: '))).toMatch(/ <slackwater\.example\.org>$/)
    expect(lines).toContain(`List-Unsubscribe: <${config.email?.unsubscribe}>`)
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })

  test('asks for a POST only where there is an https address (RFC 8058)', async () => {
    for (const unsubscribe of ['http://example.org/leave', 'mailto:stop@example.org'])
      expect(await head(article(), { email: { unsubscribe } })).not.toContain('List-Unsubscribe-Post')
  })

  test('has the same id for the same issue, and another for another: readers group by it', async () => {
    const id = async (...given: Parameters<typeof head>) => /Message-ID: (.*)/.exec(await head(...given))?.[1]
    const usual = await id(article())
    expect(usual).toMatch(/^<[0-9a-f]{32}@slackwater\.example\.org>$/)
    expect(await id(article())).toBe(usual)
    expect(await id(article('subject: Another line\n'))).toBe(usual)
    const others = [
      await id(article().replace('slug: one', 'slug: two')),
      await id(article('updated: 2026-04-01\n')),
      await id(article(), { name: 'Ebb' }),
      await id(article(), { url: 'https://ebb.example.org' }),
    ]
    expect(new Set([usual, ...others]).size).toBe(5)
  })

  test('has no line that no mail server takes (RFC 5322, 2.1.1)', async () => {
    const unsubscribe = (length: number) => ({
      email: { unsubscribe: `https://example.org/${'a'.repeat(length)}` },
    })
    const longest = await head(article(), unsubscribe(880))
    expect(Math.max(...longest.split('\r\n').map(line => line.length))).toBeLessThan(998)
    await expect(head(article(), unsubscribe(881))).rejects.toThrow(/at most 900 characters, found 901/)
  })

  test('lacks what the publication does not say', async () => {
    const bare = await buildEmail(article())
    const names = headOf(bare.eml)
      .split(/\r\n(?![ \t])/)
      .map(line => line.split(':')[0])
    expect(names).toEqual([
      'Subject',
      'Content-Language',
      'Message-ID',
      'Date',
      'MIME-Version',
      'Content-Type',
    ])
    expect(headOf(bare.eml)).toMatch(/Message-ID: <[0-9a-f]{32}@trifold\.invalid>/)
  })
})
