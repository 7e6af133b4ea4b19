import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readHtml } from '../../pipeline/check/parity/read-html.js'
import { directionControls } from '../../pipeline/parse/direction-controls.js'
import { openBrowser, openPage } from '../support/browser.js'
import { type BuiltEmail, buildEmail } from '../support/built-email.js'
import { emailOutline } from './hostile/email-outline.js'
import { buildHostile, fieldsWith, picture } from './hostile/publication.js'
import { hostileWords } from './hostile/words.js'

const plainWord = 'Quux'
let browser: Browser
let plain: BuiltEmail
beforeAll(async () => {
  browser = await openBrowser()
  plain = await buildHostile(fieldsWith(plainWord))
}, 60_000)
afterAll(() => browser?.close())

/** What a browser makes of a message: its elements, what it asked for, what its scripts said. */
async function shownBy(html: string) {
  const address = 'https://mail.example/'
  const { page, asked, said } = await openPage(browser, address, url => {
    if (url === address) return { bytes: Buffer.from(html), type: 'text/html; charset=utf-8' }
    return /^https:\/\/example\.org\/article\/images\/[0-9a-f]{16}\.png$/.test(url)
      ? { bytes: picture, type: 'image/png' }
      : undefined
  })
  const seen = await page.evaluate(() => ({
    elements: [...document.querySelectorAll('*')].map(element =>
      [element.tagName, ...[...element.attributes].map(({ name }) => name)].join(' '),
    ),
    title: document.title,
    heading: document.querySelector('h1')?.textContent,
  }))
  await page.close()
  return { ...seen, asked, said }
}

/** Without white space and controls of direction, which a test of their own looks at. */
const folded = (text: string) => text.replace(directionControls, '').replace(/\s+/g, ' ').trim()
const times = (text: string, words: string) => text.split(words).length - 1

/** Without what plain text puts between words: line ends, marks of quotations; and without what nobody sees. */
const run = (text: string) =>
  text.replace(/(?!\p{Variation_Selector}|\p{Join_Control})\p{Default_Ignorable_Code_Point}|[\s>|]/gu, '')

describe.each(hostileWords)('$name in every field', ({ words, shown = words }) => {
  let made: BuiltEmail
  beforeAll(async () => {
    made = await buildHostile(fieldsWith(words))
  })
  const expected = folded(shown)

  test('leaves the elements as they are, and runs nothing in a browser, nor asks for anything', async () => {
    // Of the same length: some of the layout goes by that.
    const harmless = await buildHostile(fieldsWith(shown.replace(/\S/gu, 'q')))
    expect(emailOutline(made.html)).toEqual(emailOutline(harmless.html))
    const { elements, asked, said, title, heading } = await shownBy(made.html)
    const usual = await shownBy(harmless.html)
    expect({ elements, asked, said }).toEqual({ elements: usual.elements, asked: [], said: [] })
    expect([title, heading].map(text => folded(text ?? ''))).toEqual([expected, expected])
  })

  test('is words wherever words were', () => {
    const found = times(folded(readHtml(made.html).text), expected)
    expect(found).toBe(times(readHtml(plain.html).text, plainWord))
    expect(times(run(made.text), run(expected))).toBe(times(run(plain.text), plainWord))
  })

  test('makes no header, and is the same as a message, by two readers of mail', async () => {
    const other = await PostalMime.parse(made.eml)
    const usual = await PostalMime.parse(plain.eml)
    expect(other.headers.map(({ key }) => key)).toEqual(usual.headers.map(({ key }) => key))
    const mail = await simpleParser(Buffer.from(made.eml), { skipImageLinks: true })
    expect([mail.subject, other.subject].map(text => folded(text ?? ''))).toEqual([expected, expected])
    const sender = folded(expected.replace(/[<>@]/g, ''))
    expect({ ...other.from, name: folded(other.from?.name ?? '') }).toEqual({
      name: sender,
      address: 'letters@example.org',
    })
    expect(mail.from?.value.map(({ name, address }) => [folded(name), address])).toEqual([
      [sender, 'letters@example.org'],
    ])
    expect([mail.html, mail.text]).toEqual([made.html, made.text])
    expect([other.html?.trimEnd(), other.text?.trimEnd()]).toEqual([made.html.trimEnd(), made.text.trimEnd()])
    const lines = Buffer.from(made.eml).toString('latin1').split('\r\n')
    expect(lines.filter(line => line.length > 998 || /[^\u0020-\u007e\t]/.test(line))).toEqual([])
  })
})

test('nothing turns the direction of what comes after it', async () => {
  const [override, isolate, embedding] = ['\u202e', '\u2067', '\u202b']
  const markdown = `---
title: T
authors: [{ name: "A${override}b", role: "C${isolate}d" }, { name: "E${embedding}f" }]
source: { name: "G${isolate}${embedding}h", license: "after" }
---

A [link${override}s](https://example.org) after, *em${isolate}phasis* after, \`code${override}s\` after, and${embedding} after.

- An item${isolate} ends
- after

A line${override} ends\\
after
`
  const { html } = await buildEmail(markdown)
  const { page } = await openPage(browser, 'https://mail.example/', url =>
    url === 'https://mail.example/'
      ? { bytes: Buffer.from(html), type: 'text/html; charset=utf-8' }
      : undefined,
  )
  const placed = await page.evaluate(() => {
    const words: { text: string; letters: number[]; before: number }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange()
      for (const { index } of (node.nodeValue ?? '').matchAll(/after|and|\(after\)/g)) {
        const letters = [0, 1, 2].map(offset => {
          range.setStart(node, index + offset)
          range.setEnd(node, index + offset + 1)
          return range.getBoundingClientRect().left
        })
        const parent = node.parentElement?.getBoundingClientRect().left ?? 0
        words.push({ text: node.nodeValue?.slice(index, index + 5) ?? '', letters, before: parent })
      }
    }
    return words
  })
  await page.close()
  expect(placed.length).toBeGreaterThan(6)
  for (const { text, letters, before } of placed) {
    expect(
      [...letters].sort((a, b) => a - b),
      text,
    ).toEqual(letters)
    expect(letters[0], text).toBeGreaterThanOrEqual(before)
  }
})
