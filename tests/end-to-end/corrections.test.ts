import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkPdfUa } from '../../pipeline/bind/pdf/check.js'
import { checkEpub } from '../../pipeline/check/epub.js'
import { readHtml } from '../../pipeline/check/parity/read-html.js'
import { articleOf } from '../support/article.js'
import { openBrowser, openPage, violations } from '../support/browser.js'
import { buildEmail } from '../support/built-email.js'
import { type Called, trifold } from '../support/cli.js'
import { poppler } from '../support/poppler.js'
import { correctionsLostIn, noticesOf } from '../support/reading/corrections.js'
import { lostIn } from '../support/reading/lost.js'
import { media, shown } from '../support/reading/media.js'
import { readPdf } from '../support/reading/text-of-pdf.js'
import { readZip } from '../support/zip.js'

const fixture = join(import.meta.dirname, '../fixtures/corrected')
/** An article by itself, with two corrections, and an issue of two articles, one of them corrected, as the issue is. */
const slugs = ['gauge', 'tides'] as const
const sources = { gauge: ['gauge.md'], tides: ['tides/eel.md', 'tides/bell.md'] }
const formats = ['pdf', ...shown] as const

let folder: string
let called: Called
let browser: Browser
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trifold-corrected-'))
  cpSync(fixture, folder, { recursive: true })
  called = await trifold(['build'], { cwd: folder })
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

const path = (slug: string, file: string) =>
  join(folder, 'dist', slug, file.startsWith('.') ? slug + file : file)
const bytes = (slug: string, file: string) => readFileSync(path(slug, file))
const html = (slug: string, file: string) => bytes(slug, file).toString()
const textOf = (slug: string, medium: (typeof formats)[number]) =>
  medium === 'pdf' ? readPdf(path(slug, '.pdf')) : media[medium](file => bytes(slug, file)).text
const articleAt = async (file: string) =>
  (await articleOf(readFileSync(join(fixture, 'content', file), 'utf8'), { lang: 'en-GB' })).article
const opf = (slug: string) =>
  readZip(bytes(slug, '.epub')).find(({ name }) => name.endsWith('.opf'))?.text ?? ''

test('what is corrected is built without a message', () => {
  expect(called).toMatchObject({ code: 0, stderr: expect.stringMatching(/^2 issues built in [\d.]+ s\n$/) })
})

describe.each(formats)('as %s', medium => {
  test.each(Object.values(sources).flat())(
    '%s says it before its text, and what it was after that',
    async file => {
      const slug = file === 'gauge.md' ? 'gauge' : 'tides'
      expect(correctionsLostIn(textOf(slug, medium), await articleAt(file), medium)).toEqual([])
    },
  )

  test('an issue says at its front what was wrong in the whole', () => {
    const text = textOf('tides', medium)
    const notices = noticesOf(
      [{ date: '2026-06-25', text: 'The first printing named the wrong season.' }],
      'en-GB',
    )
    const passages = [
      ...notices,
      ...['From the estuary', 'One heart'].map(words => ({ text: words, as: 'run' as const })),
    ]
    expect(lostIn(text, passages, medium)).toEqual([])
  })

  test('says each once', () => {
    for (const [slug, words] of [
      ['gauge', /built in 1907/g],
      ['tides', /wrong season/g],
      ['tides', /has two/g],
    ] as const)
      expect(textOf(slug, medium).match(words), `${words}`).toHaveLength(1)
  })
})

test('a correction that is lost, or out of its place, is seen', async () => {
  const article = await articleAt('gauge.md')
  const [, page = ''] = /(<body.*)/s.exec(html('gauge', 'index.html')) ?? []
  const lost = (from: RegExp, to: string) => {
    expect(page).toMatch(from)
    const changed = Buffer.from(page.replace(from, to))
    return correctionsLostIn(media.web(() => changed).text, article, 'web')
  }
  expect(lost(/Corrected </, '<')).toHaveLength(1)
  expect(lost(/they are in metres/, 'metres')).toHaveLength(1)
  expect(lost(/3 April 2026<\/time>:/, '</time>:')).toHaveLength(1)
  expect(lost(/<section class="corrections".*?<\/section>/s, '')).toHaveLength(2)
})

describe('the line', () => {
  test.each(['index.html', 'email.html'])('leads to the notices in %s', file => {
    for (const [slug, key] of [
      ['gauge', 'a1'],
      ['tides', 'a1'],
    ]) {
      const page = html(slug ?? '', file)
      expect(page.match(new RegExp(`href="#tf-corrections-${key}"`, 'g'))).toHaveLength(1)
      expect(page.match(new RegExp(` id="tf-corrections-${key}"`, 'g'))).toHaveLength(1)
    }
  })

  test('leads to them in the PDF, and names their page where it is another', () => {
    expect(poppler('pdfinfo', path('gauge', '.pdf'), '-dests')).toContain('tf-corrections-a1')
    expect(textOf('gauge', 'pdf')).toMatch(/Corrected 3 April 2026 \(page.3\)/)
    expect(poppler('pdftotext', path('gauge', '.pdf'), '-f', '3')).toContain('Correction, 3 April 2026:')
    expect(textOf('tides', 'pdf')).toMatch(/Corrected 2 July 2026\n/)
  })
})

test('what a correction says is text wherever it stands', () => {
  for (const file of ['index.html', 'email.html'])
    expect(html('gauge', file)).not.toMatch(/<img[^>]+nowhere|<b>not/)
  const [, data = ''] =
    /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html('gauge', 'index.html')) ?? []
  expect(JSON.parse(data).correction).toEqual([
    {
      '@type': 'CorrectionComment',
      text: expect.stringContaining('</script><img src="nowhere" onerror="alert(1)">'),
      datePublished: '2026-04-03',
    },
    { '@type': 'CorrectionComment', text: expect.any(String), datePublished: '2026-02-14' },
  ])
})

describe('machines are told when', () => {
  test.each([
    ['gauge', '2026-04-03'],
    ['tides', '2026-07-02'],
  ])('%s was changed', (slug, date) => {
    const page = html(slug, 'index.html')
    expect(page).toContain(`<meta property="article:modified_time" content="${date}">`)
    expect(page).toContain(`"dateModified":"${date}"`)
    expect(opf(slug)).toContain(`<meta property="dcterms:modified">${date}T00:00:00Z</meta>`)
    expect(poppler('pdfinfo', path(slug, '.pdf'), '-isodates')).toMatch(
      new RegExp(`ModDate: +${date}T00:00:00Z`),
    )
  })

  test('an issue was corrected as a whole', () => {
    const [, data = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html('tides', 'index.html')) ?? []
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'PublicationIssue',
      name: 'Tides',
      dateModified: '2026-07-02',
      correction: [{ '@type': 'CorrectionComment', datePublished: '2026-06-25' }],
      hasPart: [{ '@type': 'NewsArticle' }, { '@type': 'NewsArticle' }],
    })
  })
})

describe.each(slugs)('of %s', slug => {
  test('the EPUB is valid', async () => {
    expect(await checkEpub(bytes(slug, '.epub'))).toEqual([])
  })

  test('the PDF is open to every reader, as far as a machine can tell', async () => {
    expect(await checkPdfUa(bytes(slug, '.pdf'))).toEqual([])
  })

  test.each(['light', 'dark'] as const)('the web page is open to every reader by %s', async scheme => {
    const address = pathToFileURL(path(slug, 'index.html')).href
    const { page } = await openPage(browser, address, url =>
      url === address ? { bytes: bytes(slug, 'index.html'), type: 'text/html' } : undefined,
    )
    expect(await violations(page, scheme)).toEqual([])
    await page.close()
  })
})

test('the book stays the same, and the message is another', async () => {
  const before = { id: identifier('gauge'), message: messageId('gauge') }
  const source = readFileSync(join(fixture, 'content/gauge.md'), 'utf8')
  const uncorrected = source.replace(/^corrections:\n(?: .*\n)*/m, '')
  expect(uncorrected).not.toContain('1907')
  // One date for all: what differs is the correction alone.
  const env = { SOURCE_DATE_EPOCH: '1775174400' }
  const builds = [uncorrected, source].map(async text => {
    const own = mkdtempSync(join(folder, 'build-'))
    cpSync(fixture, own, { recursive: true, filter: name => !name.endsWith('tides') })
    writeFileSync(join(own, 'content/gauge.md'), text)
    expect(await trifold(['build', '--format', 'email,epub'], { cwd: own, env })).toMatchObject({ code: 0 })
    return { id: identifier('gauge', own), message: messageId('gauge', own) }
  })
  const [plain, corrected] = await Promise.all(builds)
  expect(before.id).toMatch(/^urn:uuid:/)
  expect([plain?.id, corrected?.id]).toEqual([before.id, before.id])
  expect(corrected?.message).toBe(before.message)
  expect(plain?.message).not.toBe(before.message)
})

test('an email that is cut says them after what is left', async () => {
  const markdown = `---\ntitle: Long\ndate: 2026-02-12\ncorrections: { date: 2026-04-03, text: It was 1907. }\n---\n\n`
  const long = Array.from(
    { length: 3000 },
    (_, index) => `Reading ${index} was taken by a man in a wet coat.`,
  )
  const { html } = await buildEmail(markdown + long.join('\n\n'), {
    config: { name: 'N', lang: 'en-GB', url: 'https://example.org', address: '1 Street' },
  })
  const said = readHtml(html).text
  expect(said).not.toContain('Reading 2999')
  expect(said).toMatch(/Corrected 3 April 2026.*Reading 0 .*Correction, 3 April 2026: It was 1907\./s)
})

function identifier(slug: string, at = folder): string | undefined {
  const files = readZip(readFileSync(join(at, 'dist', slug, `${slug}.epub`)))
  return /<dc:identifier[^>]*>(urn:uuid:[^<]+)</.exec(
    files.find(({ name }) => name.endsWith('.opf'))?.text ?? '',
  )?.[1]
}

function messageId(slug: string, at = folder): string | undefined {
  return /^Message-ID: (.*?)\r?$/m.exec(readFileSync(join(at, 'dist', slug, 'email.eml'), 'utf8'))?.[1]
}
