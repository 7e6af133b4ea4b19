import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPress, type Press } from '../../../pipeline/press.js'
import { openBrowser } from '../../support/browser.js'
import { type Files, filesOf, openChapter } from '../../support/reading-system/book.js'

const text = `---
title: Slack water at Łódź
date: 2026-03-20
---

Words, *stressed* words, and Łódź. A word in Greek: θάλασσα. In Japanese: 潮.

## A heading

\`\`\`js
const tide = 'low'
\`\`\`
`

let browser: Browser
let press: Press
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

async function epubOf(fonts: boolean, markdown = text): Promise<Uint8Array> {
  press = createPress({ config: { name: 'Slack Water', lang: 'en', epub: { fonts, cover: 'none' } } })
  try {
    const read = await press.fromMarkdown(markdown, { slug: 'tides' })
    const { files, messages } = await press.render(read, 'epub')
    expect(messages.map(({ reason }) => reason)).toEqual([])
    return files[0]?.bytes ?? new Uint8Array()
  } finally {
    await press.close()
  }
}

const fontsIn = (files: Files) => [...files.keys()].filter(name => name.startsWith('fonts/')).sort()

test('a book has no typeface unless one is asked for', async () => {
  const files = filesOf(await epubOf(false))
  expect(fontsIn(files)).toEqual([])
  expect(Buffer.from(files.get('style.css') ?? '').toString()).not.toMatch(
    /@font-face|body \{[^}]*font-family/,
  )
})

test('the slices that an issue needs are embedded, as OpenType, with the same bytes each time', async () => {
  const epub = await epubOf(true)
  expect(fontsIn(filesOf(epub))).toEqual([
    ...['400', '700'].map(weight => `fonts/source-code-pro-latin-${weight}-normal.ttf`),
    ...['latin', 'latin-ext'].map(slice => `fonts/source-sans-3-${slice}-700-normal.ttf`),
    ...['greek', 'latin', 'latin-ext'].flatMap(slice =>
      ['400-italic', '400-normal', '700-italic', '700-normal'].map(
        face => `fonts/source-serif-4-${slice}-${face}.ttf`,
      ),
    ),
  ])
  expect(Buffer.from(epub).equals(await epubOf(true))).toBe(true)
})

test('the words are set in them, and a reader who chooses another typeface has it', async () => {
  const page = await openChapter(browser, filesOf(await epubOf(true)), 'ch-001.xhtml', {
    width: 600,
    height: 800,
  })
  const families = () =>
    page.evaluate(() =>
      ['p', 'h2', 'pre code'].map(
        name => getComputedStyle(document.querySelector(`section > ${name}`) ?? document.body).fontFamily,
      ),
    )
  expect((await families()).map(family => family.split(',')[0])).toEqual([
    '"Source Serif 4"',
    '"Source Sans 3"',
    '"Source Code Pro"',
  ])
  const loaded = await page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  )
  expect(loaded).toEqual(expect.arrayContaining(['Source Serif 4', 'Source Serif 4 latin-ext']))
  expect(
    await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'error').length),
  ).toBe(0)
  await page.addStyleTag({ content: 'body { font-family: cursive !important }' })
  expect((await families())[0]).toBe('cursive')
  await page.close()
})
