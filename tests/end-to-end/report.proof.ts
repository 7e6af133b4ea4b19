import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closedAddress } from '../../pipeline/browser/closed-page.js'
import { shots } from '../../pipeline/report/pictures/shot.js'
import { openBrowser, openPage, violations } from '../support/browser.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { pageFaults } from '../support/page-faults.js'
import { sarifFaults } from '../support/sarif-faults.js'

const config = `name: Slack Water
lang: en-GB
url: https://slackwater.example.org
`
const article = (title: string, body: string) => `---\ntitle: ${title}\ndate: 2026-03-20\n---\n\n${body}`
const long = article(
  'A letter of some length',
  `Words, and [a link](http://example.org/).\n\n<!-- trifold-ignore image-alt: the map is in the words -->\n\n![](gone.png)\n\n![](gone-too.png)\n\n${'A paragraph that goes on for a while, so that there are pages. '.repeat(900)}\n`,
)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

function publication(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text)
  return cwd
}

const open = (html: string) =>
  openPage(browser, pathToFileURL('/report.html').href.replace('file:', 'http://report.invalid'), url =>
    url.endsWith('/report.html') ? { bytes: Buffer.from(html), type: 'text/html; charset=utf-8' } : undefined,
  )

describe('the report with its pictures', () => {
  it('shows every format, asks for nothing, and keeps nobody out', async () => {
    const cwd = publication({
      'trifold.yaml': config,
      'content/long.md': long,
      'content/short.md': article('Short', 'Words.\n'),
    })
    const called = await trifold(['check', '--report', 'report.html', '--sarif', 'a.sarif'], { cwd })
    expect(called.code).toBe(0)
    expect(called.stdout).toBe('a.sarif\nreport.html\n')
    expect(called.stderr).toMatch(/ 1 silenced\n$/)
    expect(sarifFaults(JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8')))).toEqual([])
    const html = readFileSync(join(cwd, 'report.html'), 'utf8')
    expect(await pageFaults(html)).toEqual([])
    expect(html.length).toBeLessThan(3_000_000)
    const shown = [...html.matchAll(/alt="(Email|PDF|EPUB|Web page) of (.*?)\. (.*?)"/g)].map(
      ([, format, title, label]) => `${title}, ${format}: ${label}`,
    )
    expect(shown).toEqual(
      expect.arrayContaining([
        'A letter of some length, Email: In the dark, 600 px',
        'A letter of some length, Email: On a telephone, 360 px',
        'Short, PDF: Page 1 of 1',
        'Short, Web page: In the light, 960 px',
      ]),
    )
    expect(shown.filter(line => line.startsWith('A letter of some length, PDF: '))).toHaveLength(4)
    expect(shown.filter(line => line.startsWith('Short, EPUB: ')).length).toBeGreaterThan(1)

    const { page, asked } = await open(html)
    for (const width of [360, 1200])
      for (const scheme of ['light', 'dark'] as const) {
        await page.setViewport({ width, height: 900 })
        expect(await violations(page, scheme)).toEqual([])
        const session = await page.createCDPSession()
        const { cssContentSize } = await session.send('Page.getLayoutMetrics')
        expect(cssContentSize.width).toBe(width)
      }
    expect(asked).toEqual([])
    await page.close()
  })

  it('runs no script of what it shows, and gets nothing from elsewhere', async () => {
    const hostile = `<body style="margin:0;background:#00aa00"><script>document.body.style.background = '#aa0000'</script>
<img src="https://listener.invalid/pixel.png"><img src="x" onerror="document.body.style.background = '#0000aa'">
<iframe src="https://listener.invalid/frame"></iframe><meta http-equiv="refresh" content="0; url=https://listener.invalid/">`
    const asked: string[] = []
    const shot = {
      label: 'a',
      address: closedAddress('page'),
      width: 100,
      ratio: 1,
      scheme: 'light',
    } as const
    const [picture] = await shots(browser, 'web', [shot], url => {
      asked.push(url)
      return url === shot.address ? { bytes: hostile, type: 'text/html' } : undefined
    })
    const bytes = Buffer.from(picture?.src.split(',')[1] ?? '', 'base64')
    const { dominant } = await sharp(bytes).stats()
    expect(dominant.g).toBeGreaterThan(dominant.r + 100)
    expect(dominant.g).toBeGreaterThan(dominant.b + 100)
    // Whatever it asked for went by here, and was refused.
    expect(asked).toContain('https://listener.invalid/pixel.png')
  })
})
