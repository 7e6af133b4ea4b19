import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from '../../../pipeline/config/load.js'
import { publish } from '../../../pipeline/publish.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { openBrowser } from '../../support/browser.js'
import { poppler } from '../../support/poppler.js'
import { readZip } from '../../support/zip.js'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** An article whose words are numbered, with a reference to what is on the same page and one to what is not. */
function numbered(word: string, lang: string): string {
  let last = 1000
  const paragraph = (words: number) =>
    Array.from({ length: words }, () => {
      last += 1
      return `${word} ${last}`
    }).join(' ')
  const paragraphs = [
    ...Array.from({ length: 4 }, () => paragraph(110)),
    `[${word}](#near) [${word}](#far)`,
    '## Near',
    ...Array.from({ length: 4 }, () => paragraph(90)),
    '## Far',
    paragraph(60),
  ]
  return `---\ntitle: ${word}\ndate: 2026-03-20\nlang: ${lang}\n---\n\n${paragraphs.join('\n\n')}\n`
}

async function built(text: string) {
  const files = {
    '/p/trifold.yaml':
      'name: Slack Water\nlang: en\naddress: 4 Quay\nepub: { cover: none, pageList: true }\n',
    '/p/content/a.md': text,
  }
  const world = memoryWorld({ files, packages: packageReader([]), browser: async () => browser })
  const { config } = await loadConfig(world, { folder: '/p' })
  const request = { paths: [], formats: ['epub', 'pdf'], outputDir: '/p/dist', cwd: '/p' } as const
  const { messages } = await publish({ ...request, config }, world)
  expect(messages.map(String)).toEqual([])
  return {
    epub: await world.files.read('/p/dist/a/a.epub'),
    pdf: await world.files.read('/p/dist/a/a.pdf'),
  }
}

const firstNumber = (text: string) => Math.min(...(text.match(/\b[12]\d{3}\b/g) ?? []).map(Number))

test.each([
  ['tide', 'en'],
  ['المد', 'ar'],
])('pages of the EPUB begin at the words that pages of the PDF begin with: %s', async (word, lang) => {
  const text = numbered(word, lang)
  const { epub, pdf } = await built(text)
  const printed = poppler('pdftotext', pdf)
    .split('\f')
    .slice(0, -1)
    // The date of the article is on its first page.
    .map(page => firstNumber(page.replaceAll('2026', '')))
  expect(printed.length).toBeGreaterThanOrEqual(3)
  const chapter = readZip(epub).find(({ name }) => name.endsWith('ch-001.xhtml'))?.text ?? ''
  const marked = chapter
    .split(/(?=<(?:span|div)[^>]*role="doc-pagebreak")/)
    .slice(1)
    .map(page => firstNumber(page.replace(/<[^>]*>/g, ' ').replaceAll('2026', '')))
  expect(marked).toEqual(printed)
  expect(Buffer.from((await built(text)).epub).equals(epub)).toBe(true)
})
