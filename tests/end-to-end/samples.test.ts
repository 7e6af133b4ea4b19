import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { simpleParser } from 'mailparser'
import PostalMime from 'postal-mime'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkPdfUa } from '../../pipeline/bind/pdf/check.js'
import { checkEpub } from '../../pipeline/check/epub.js'
import { articleOf } from '../support/article.js'
import { type OpenedPage, openBrowser, openPage, violations } from '../support/browser.js'
import {
  type BuiltSamples,
  buildSamples,
  issueSlug,
  sampleMarkdown,
  slugs,
} from '../support/built-samples.js'
import { pdfInfo } from '../support/reading/text-of-pdf.js'
import { useTelephoneFaces } from '../support/telephone-faces.js'
import { standsAsASite } from './samples-as-a-site.js'
import { saysTheSame } from './samples-say-the-same.js'

let built: BuiltSamples
let browser: Browser
beforeAll(async () => {
  built = await buildSamples()
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  built?.remove()
})

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** The issue's folder as a server would show it at an address, or a disk. */
const shownAt = (address: string, slug: string) => (url: string) => {
  if (!url.startsWith(address)) return undefined
  const file = decodeURI(url.slice(address.length).replace(/#.*/, ''))
  const type = types[extname(file)]
  return type && existsSync(built.path(slug, file)) ? { bytes: built.bytes(slug, file), type } : undefined
}

/** Landmarks are those of the page that a mail client shows the message in; the message is an `article` there. */
const clientsOwn = ['landmark-one-main', 'region']

/** What a mail reader makes of the ends of lines. */
const lines = (part: string | false | undefined) => (part || '').replace(/\r\n/g, '\n').trimEnd()

test('the sample publication is built without a message', () => {
  expect(built.called).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^4 issues built in [\d.]+ s\n$/),
  })
  expect(readdirSync(built.folder).sort()).toEqual(
    [...slugs, issueSlug, 'index.html', 'subscribe.html', 'feed.xml', 'feed.json', 'sitemap.xml'].sort(),
  )
})

describe.each(slugs)('%s', slug => {
  const path = (file: string) => built.path(slug, file)
  const meta = async () => (await articleOf(sampleMarkdown(slug), { lang: 'en-GB', slug })).article.meta

  describe('the EPUB', () => {
    test('is valid by the checker in process', async () => {
      expect(await checkEpub(built.bytes(slug, `${slug}.epub`))).toEqual([])
    })
  })

  describe('the PDF', () => {
    test('says what it is', async () => {
      const { title, authors } = await meta()
      expect(pdfInfo(path(`${slug}.pdf`))).toMatchObject({
        Title: title,
        Author: authors.map(({ name }) => name).join(', '),
        Tagged: 'yes',
        JavaScript: 'no',
        Encrypted: 'no',
        'Page size': '594.96 x 841.92 pts (A4)',
      })
    })

    test('is open to every reader, as far as a machine can tell', async () => {
      expect(await checkPdfUa(built.bytes(slug, `${slug}.pdf`))).toEqual([])
    })
  })

  describe('the email', () => {
    let opened: OpenedPage
    beforeAll(async () => {
      const address = 'https://mail.example/'
      opened = await openPage(browser, `${address}email.html`, shownAt(address, slug))
    })
    afterAll(() => opened?.page.close())

    test('asks for nothing but the pictures beside it', () => {
      expect({ asked: opened.asked, said: opened.said }).toEqual({ asked: [], said: [] })
    })

    test.each([320, 360, 600, 1200])('fits a window of %i px', async width => {
      await useTelephoneFaces(opened.page)
      await opened.page.setViewport({ width, height: 800 })
      expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      )
    })

    test('has one title, and pictures that load and say what they show', async () => {
      const { titles, marks, pictures } = await opened.page.evaluate(() => ({
        titles: [...document.querySelectorAll('h1')].map(title => title.textContent),
        // The publication's mark is beside its name.
        marks: [...document.images].filter(({ alt }) => alt === '').map(({ naturalWidth }) => naturalWidth),
        pictures: [...document.images]
          .filter(({ alt }) => alt !== '')
          .map(({ src, alt, naturalWidth }) => ({ src, alt, naturalWidth })),
      }))
      expect(marks).toEqual([88])
      expect(titles).toEqual([(await meta()).title])
      expect(pictures.filter(({ alt, naturalWidth }) => !alt || !naturalWidth)).toEqual([])
      expect(pictures.length > 0).toBe(/!\[|image=/.test(sampleMarkdown(slug)))
    })

    test('leads to whole addresses and to places that are there', async () => {
      const wrong = await opened.page.evaluate(() =>
        [...document.querySelectorAll('[href]')]
          .map(link => link.getAttribute('href') ?? '')
          .filter(href =>
            href.startsWith('#')
              ? !document.getElementById(href.slice(1)) && !document.getElementsByName(href.slice(1)).length
              : !/^(?:https?:\/\/[^\s/]+|mailto:[^\s@]+@)/.test(href),
          ),
      )
      expect(wrong).toEqual([])
    })

    test.each(['light', 'dark'] as const)('is open to every reader by %s', async scheme => {
      expect(await violations(opened.page, scheme, clientsOwn)).toEqual([])
    })

    test('is the same as a message, by two readers of mail', async () => {
      const eml = built.bytes(slug, 'email.eml')
      const { title } = await meta()
      const html = built
        .text(slug, 'email.html')
        .replace(/src="images\/([^"]+)"/g, 'src="cid:$1@images.trifold"')
      const body = [html, built.text(slug, 'email.txt')].map(lines)
      const mail = await simpleParser(Buffer.from(eml), { skipImageLinks: true })
      const other = await PostalMime.parse(eml)
      expect([mail.subject, other.subject]).toEqual([title, title])
      expect([mail.html, mail.text].map(lines)).toEqual(body)
      expect([other.html, other.text].map(lines)).toEqual(body)
      expect(other.from).toEqual({ name: 'Slack Water', address: 'letters@example.org' })
    })

    test('takes along the pictures that it shows, and no other', async () => {
      const { attachments, html = '' } = await PostalMime.parse(built.bytes(slug, 'email.eml'))
      const shown = [...html.matchAll(/src="cid:([^"]+)"/g)].map(([, id]) => `<${id}>`)
      expect(attachments.map(({ contentId }) => contentId).sort()).toEqual([...new Set(shown)].sort())
      for (const { filename, content } of attachments) {
        // Its type is text or bytes; a picture comes as bytes.
        const bytes = Buffer.from(content as ArrayBuffer)
        expect(bytes.equals(built.bytes(slug, `images/${filename}`))).toBe(true)
      }
    })
  })

  describe('the web page', () => {
    let opened: OpenedPage
    beforeAll(async () => {
      const address = pathToFileURL(path('/')).href
      opened = await openPage(browser, `${address}index.html`, shownAt(address, slug))
    })
    afterAll(() => opened?.page.close())

    test('opens from the disk and asks for nothing that is not beside it', () => {
      expect({ asked: opened.asked, said: opened.said }).toEqual({ asked: [], said: [] })
    })

    test('leads to files and places that are there', async () => {
      const { hrefs, places } = await opened.page.evaluate(() => ({
        hrefs: [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href') ?? ''),
        places: [...document.querySelectorAll('[id]')].map(({ id }) => id),
      }))
      expect(hrefs).toEqual(expect.arrayContaining([`${slug}.pdf`, `${slug}.epub`]))
      const wrong = hrefs.filter(href => {
        if (href.startsWith('#')) return !places.includes(decodeURIComponent(href.slice(1)))
        return !/^(?:https?:|mailto:)/.test(href) && !existsSync(path(href))
      })
      expect(wrong).toEqual([])
      expect(new Set(places).size).toBe(places.length)
    })

    test.each(['light', 'dark'] as const)('is open to every reader by %s', async scheme => {
      expect(await violations(opened.page, scheme)).toEqual([])
    })
  })

  test('the report tells of each file as it is, and of no time', () => {
    const report = JSON.parse(built.text(slug, 'report.json'))
    const formats = Object.entries<{
      state: string
      files: { path: string; bytes: number; sha256: string }[]
    }>(report.formats)
    expect(formats.map(([name, { state }]) => [name, state])).toEqual(
      ['email', 'pdf', 'epub', 'web'].map(name => [name, 'built']),
    )
    const files = formats.flatMap(([, format]) => format.files)
    for (const file of files) {
      const bytes = built.bytes(slug, file.path)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect(file).toEqual({ path: file.path, bytes: bytes.byteLength, sha256 })
    }
    const onDisk = readdirSync(path('.'), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(path('.'), join(entry.parentPath, entry.name)))
    expect([...new Set(files.map(file => file.path)), 'report.json'].sort()).toEqual(onDisk.sort())
    expect(report.messages).toEqual([])
    const of = report.republished ? ['republished'] : []
    expect(Object.keys(report)).toEqual(['trifold', 'slug', 'title', 'formats', ...of, 'messages'])
    const keys = new Set<string>()
    JSON.stringify(report, (key, value) => {
      keys.add(key)
      return value
    })
    expect([...keys].filter(key => /time|date|second|duration|took/i.test(key))).toEqual([])
  })
})

describe('the samples say the same in every format', () => saysTheSame(() => built))

describe('the samples are a site', () =>
  standsAsASite(
    () => built,
    () => browser,
  ))
