import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Article, Issue } from '../../pipeline/article.js'
import { checkPdfUa } from '../../pipeline/bind/pdf/check.js'
import { checkEpub } from '../../pipeline/check/epub.js'
import { saidBy } from '../../pipeline/check/parity/passages.js'
import { defaultConfig } from '../../pipeline/config/resolve.js'
import { readIssue } from '../../pipeline/issue/read-issue.js'
import { elementsNamed } from '../../pipeline/walk.js'
import { nodeWorld } from '../../pipeline/world-node.js'
import { type OpenedPage, openBrowser, openPage, violations } from '../support/browser.js'
import { type BuiltSamples, buildSamples, issueSlug, projectRoot } from '../support/built-samples.js'
import { lostIn, spaced } from '../support/reading/lost.js'
import { lacks, media, shown } from '../support/reading/media.js'
import { lostOnPaper } from '../support/reading/on-paper.js'
import { readPdf } from '../support/reading/text-of-pdf.js'
import { useTelephoneFaces } from '../support/telephone-faces.js'
import { readZip } from '../support/zip.js'

const folder = join(projectRoot, 'content', issueSlug)

let built: BuiltSamples
let browser: Browser
let issue: Issue
beforeAll(async () => {
  built = await buildSamples({ flags: [folder] })
  browser = await openBrowser()
  const source = {
    path: join(folder, 'issue.yaml'),
    name: 'issue.yaml',
    slug: issueSlug,
    isFolder: true,
  } as const
  const config = { ...defaultConfig(projectRoot), mergeTags: new Map([['name', undefined]]) }
  const publication = { ...config.publication, lang: 'en-GB', address: 'Saltmere' }
  const read = await readIssue(source, { ...config, publication }, nodeWorld({ env: {} }), [])
  if (!read.issue) throw new Error('Expected an issue')
  issue = read.issue
}, 120_000)
afterAll(async () => {
  await browser?.close()
  built?.remove()
})

const file = (name: string) =>
  Buffer.from(built.bytes(issueSlug, name.startsWith('.') ? issueSlug + name : name))
const pdfText = () => readPdf(built.path(issueSlug, `${issueSlug}.pdf`))
const whole = ({ email }: Article) => email !== 'digest'

test('the sample issue is built without a message', () => {
  expect(built.called).toMatchObject({
    code: 0,
    stderr: expect.stringMatching(/^1 issue built in [\d.]+ s\n$/),
  })
})

describe('nothing of any article is lost', () => {
  test.each(shown)('in %s', medium => {
    const reading = media[medium](file)
    const inFull = medium === 'email' || medium === 'text' ? issue.articles.filter(whole) : issue.articles
    expect(inFull.map(article => [article.file, ...lacks(reading, article, medium)])).toEqual(
      inFull.map(article => [article.file]),
    )
  })

  test('in the PDF', () => {
    // Paper says after a link which page it leads to.
    const text = pdfText().replace(/\s\(page\s\d+\)/g, '')
    for (const { tree } of issue.articles) expect(lostOnPaper(text, tree)).toEqual([])
  })

  test('of what is said of the whole, and of each article, in its order', () => {
    const texts = {
      pdf: pdfText(),
      ...Object.fromEntries(shown.map(medium => [medium, media[medium](file).text])),
    }
    for (const [medium, text] of Object.entries(texts)) {
      const words = spaced(text)
      const said = [issue.title, ...issue.articles.flatMap(({ meta }) => [meta.title, meta.standfirst ?? ''])]
      expect(
        said.filter(each => !words.includes(spaced(each))),
        medium,
      ).toEqual([])
      const sections = issue.articles.flatMap(({ section }) => section ?? [])
      expect(
        sections.filter(each => !words.includes(spaced(each))),
        medium,
      ).toEqual([])
      const places = issue.articles.map(({ meta }) => words.lastIndexOf(spaced(meta.title)))
      expect(places, medium).toEqual([...places].sort((a, b) => a - b))
    }
  })
})

describe('the email', () => {
  let opened: OpenedPage
  beforeAll(async () => {
    const types: Readonly<Record<string, string>> = {
      '.html': 'text/html',
      '.png': 'image/png',
      '.jpg': 'image/jpeg',
    }
    const address = 'https://mail.example/'
    opened = await openPage(browser, `${address}email.html`, url => {
      const name = url.slice(address.length).replace(/#.*/, '')
      const type = types[posix.extname(name)]
      return url.startsWith(address) && type ? { bytes: built.bytes(issueSlug, name), type } : undefined
    })
  })
  afterAll(() => opened?.page.close())

  test('has of a digest its front and a link to the article in the web edition', () => {
    const digests = issue.articles.filter(article => !whole(article))
    expect(digests).toHaveLength(1)
    for (const { key, tree } of digests) {
      const [first] = elementsNamed(tree, 'p')
      expect(first && lostIn(media.email(file).text, saidBy(first, 'email').passages, 'email')).not.toEqual(
        [],
      )
      for (const name of ['email.html', 'email.txt'])
        expect(file(name).toString()).toContain(
          `https://slackwater.example.org/${issueSlug}/#tf-title-${key}`,
        )
      expect(file('index.html').toString()).toContain(`id="tf-title-${key}"`)
    }
  })

  test.each([320, 600])('fits a window of %i px', async width => {
    await useTelephoneFaces(opened.page)
    await opened.page.setViewport({ width, height: 800 })
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  test.each(['light', 'dark'] as const)('is open to every reader by %s', async scheme => {
    expect(await violations(opened.page, scheme, ['landmark-one-main', 'region'])).toEqual([])
  })
})

describe('links from one article to another', () => {
  const names = (html: string) =>
    new Set([...html.matchAll(/ (?:id|name)="([^"]+)"/g)].map(([, name]) => name))

  test.each(['email.html', 'index.html'])('lead to places that are there, in %s', name => {
    const html = file(name).toString()
    const fragments = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(fragments.filter(id => /^(?:a\d|tf-title)-/.test(id ?? '')).length).toBeGreaterThan(4)
    expect(fragments.filter(id => !names(html).has(id))).toEqual([])
    expect(html).not.toContain('href="article:')
  })

  test('lead to chapters, and to places in them', () => {
    const files = new Map(readZip(file('.epub')).map(({ name, text }) => [posix.basename(name), text]))
    const chapters = [...files].filter(([name]) => name.endsWith('.xhtml'))
    const links = chapters.flatMap(([name, text]) =>
      [...text.matchAll(/href="([^"#]*)#([^"]+)"/g)].map(([, to = '', id]) => ({ to: to || name, id })),
    )
    expect(links.filter(({ to, id }) => !names(files.get(to) ?? '').has(id))).toEqual([])
    expect(files.get('ch-001.xhtml')).toContain('href="ch-002.xhtml#a2-half-the-day-on-the-bottom"')
  })

  test('name the page on paper', () => {
    expect(pdfText().replace(/\s+/g, ' ')).toMatch(/the bell at the bar \(page \d+\)/)
  })
})

test('the EPUB is valid, and the PDF is open to every reader', async () => {
  expect(await checkEpub(built.bytes(issueSlug, `${issueSlug}.epub`))).toEqual([])
  expect(await checkPdfUa(built.bytes(issueSlug, `${issueSlug}.pdf`))).toEqual([])
})

test('report.json names every file that was written', () => {
  const report = JSON.parse(readFileSync(built.path(issueSlug, 'report.json'), 'utf8'))
  expect(report).toMatchObject({ slug: issueSlug, title: issue.title, messages: [] })
  expect(Object.keys(report.formats)).toEqual(['email', 'pdf', 'epub', 'web'])
})
