import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bindPdf, openPrinter, type Printer, PrintFailed } from '../../../../pipeline/bind/pdf/bind.js'
import { hostilePage, svg } from '../../../support/hostile-page.js'
import { type Listener, listen } from '../../../support/listener.js'
import { poppler } from '../../../support/poppler.js'
import { launch } from './browser.js'
import { printDocument } from './document.js'

const folder = mkdtempSync(join(tmpdir(), 'trifold-secret-'))
const secret = join(folder, 'secret.txt')
const inFolder = (name: string) => pathToFileURL(join(folder, name)).href
/** Of a size that no other picture here has. */
const canary = { width: 37, height: 41 }

let listener: Listener
let home: string
let browser: Browser
let printer: Printer
let head: string
let body: string
beforeAll(async () => {
  listener = await listen()
  home = listener.origin
  writeFileSync(secret, 'SECRET')
  writeFileSync(join(folder, 'secret.css'), 'h1::after { content: "SECRET" }')
  const square = sharp({ create: { ...canary, channels: 3, background: '#c0ffee' } })
  await square.png().toFile(join(folder, 'secret.png'))
  writeFileSync(
    join(folder, 'secret.svg'),
    svg(home, inFolder('secret.png')).replace('</svg>', '<text id="a" y="9">SECRET</text></svg>'),
  )
  const files = {
    text: inFolder('secret.txt'),
    css: inFolder('secret.css'),
    png: inFolder('secret.png'),
    svg: inFolder('secret.svg'),
  }
  ;({ head, body } = hostilePage({ origin: home, udpPort: listener.udpPort, files }))
  browser = await launch()
  printer = await openPrinter(browser)
})
afterAll(async () => {
  await browser.close()
  listener.close()
  rmSync(folder, { recursive: true })
})

/** The canaries' words and pictures are not in the file, and the article is. */
function expectHarmless(bytes: Uint8Array): void {
  const text = poppler('pdftotext', bytes)
  expect(text).toContain('Hostile')
  expect(text).not.toContain('SECRET')
  expect(sizesOfPictures(bytes)).not.toContainEqual([canary.width, canary.height])
}

const sizesOfPictures = (bytes: Uint8Array) =>
  poppler('pdfimages', bytes, '-list')
    .split('\n')
    .slice(2, -1)
    .map(line => line.trim().split(/\s+/).slice(3, 5).map(Number))

const raw = () => `<!doctype html><html><head><title>T</title>${head}</head><body>${body}</body></html>`

test('the same document does reach out of a page without the fences', async () => {
  const open = await launch([])
  const page = await open.newPage()
  await page.setContent(raw(), { waitUntil: 'domcontentloaded' })
  await page.pdf()
  const heard = [...(await listener.heard())]
  await open.close()
  // On a busy machine some of it comes later, and is not the next document's.
  heard.push(...(await listener.heard()))
  // Each a kind of its own: were one silent here, its silence below would show nothing.
  expect(heard.length).toBeGreaterThan(60)
  for (const kind of [
    'connection',
    'datagram',
    'websocket /websocket',
    'GET /import.css',
    'GET /far.woff2',
    'GET /frame',
    'GET /speculated',
  ])
    expect(heard).toContain(kind)
})

test('a hostile document reaches nothing', async () => {
  const { bytes } = await bindPdf(printer, printDocument(body, {}, head))
  expect(await listener.heard()).toEqual([])
  expectHarmless(bytes)
})

test('hostile HTML that goes to the printer as it is reaches nothing', async () => {
  const { bytes } = await printer.print(raw(), new Map())
  expect(await listener.heard()).toEqual([])
  expectHarmless(bytes)
})

test('hostile files among the resources reach nothing', async () => {
  const file = (text: string, type: string) => ({ bytes: new TextEncoder().encode(text), type })
  const resources = new Map([
    ['/a.svg', file(svg(home, inFolder('secret.png')), 'image/svg+xml')],
    [
      '/a.css',
      file(`@import url(${home}/resource.css); h1 { background: url(${home}/resource.png) }`, 'text/css'),
    ],
    ['/a.html', file(raw(), 'text/html')],
    ['/a.js', file(`fetch('${home}/resource')`, 'text/javascript')],
  ])
  const html = `<!doctype html><title>T</title><link rel="stylesheet" href="/a.css"><script src="/a.js"></script><h1>Hostile</h1>
    <img src="/a.svg" alt=""><iframe src="/a.html"></iframe><object data="/a.svg"></object><embed src="/a.svg"><svg><use href="/a.svg#a"/></svg>`
  const { bytes } = await printer.print(html, resources)
  expect(await listener.heard()).toEqual([])
  expectHarmless(bytes)
})

test.each(['policy and interception', 'flags'])('%s alone hold as well', async fence => {
  if (fence === 'flags') {
    const page = await browser.newPage()
    await page.setContent(raw(), { waitUntil: 'domcontentloaded' })
    expectHarmless(await page.pdf())
    await page.close()
  } else {
    const open = await launch([])
    expectHarmless((await bindPdf(await openPrinter(open), printDocument(body, {}, head))).bytes)
    await open.close()
  }
  expect(await listener.heard()).toEqual([])
})

test('no script runs', async () => {
  const body = `<h1>Still</h1><p id="p">Written</p><script>document.getElementById('p').textContent = 'SECRET'</script>
    <img src="data:image/png;base64,x" onerror="document.getElementById('p').textContent = 'SECRET'" alt="">`
  const { bytes } = await bindPdf(printer, printDocument(body))
  const text = poppler('pdftotext', bytes)
  expect(text).toContain('Written')
  expect(text).not.toContain('SECRET')
})

test('no file is read', async () => {
  const file = pathToFileURL(secret).href
  const style = pathToFileURL(join(folder, 'secret.css')).href
  const body = `<h1>Title</h1><iframe src="${file}"></iframe><object data="${file}"></object><embed src="${file}">`
  const { bytes } = await bindPdf(printer, printDocument(body, {}, `<link rel="stylesheet" href="${style}">`))
  const text = poppler('pdftotext', bytes)
  expect(text).toContain('Title')
  expect(text).not.toContain('SECRET')
})

describe('a document that leads elsewhere', () => {
  const places = ['data:text/html,SECRET', 'about:blank', '/shell', '#there']
  const refresh = (place: string) => `<meta http-equiv="refresh" content="0;url=${place}">`

  test('is printed as if it did not', async () => {
    const plain = await bindPdf(printer, printDocument('<h1>Next</h1>'))
    for (const place of [home, pathToFileURL(secret).href, ...places]) {
      const astray = await bindPdf(printer, printDocument('<h1>Next</h1>', {}, refresh(place)))
      expect(Buffer.compare(plain.bytes, astray.bytes), place).toBe(0)
    }
    expect(await listener.heard()).toEqual([])
  })

  test('reaches nothing even where its HTML goes to the printer as it is', async () => {
    for (const place of [home, pathToFileURL(secret).href, ...places]) {
      const html = `<!doctype html>${refresh(place)}${'<h1>Astray</h1>'.repeat(200)}`
      const printed = await printer.print(html, new Map()).catch((error: unknown) => error)
      if (printed instanceof Error) expect(printed).toBeInstanceOf(PrintFailed)
      else expect(poppler('pdftotext', (printed as { bytes: Uint8Array }).bytes)).not.toContain('SECRET')
    }
    expect(await listener.heard()).toEqual([])
  })
})

describe('a page that is used again', () => {
  const pixel = (width: number) =>
    sharp({ create: { width, height: 1, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
  const widths = (bytes: Uint8Array) =>
    poppler('pdfimages', bytes, '-list')
      .split('\n')
      .slice(2, -1)
      .map(line => Number(line.trim().split(/\s+/)[3]))

  test('shows each document its own file of the same path, or none', async () => {
    const own = await openPrinter(browser)
    const document = printDocument('<h1>One</h1><img src="/images/own.png" alt="Own">')
    const withImage = async (width: number) => ({
      ...document,
      resources: new Map([
        ...document.resources,
        ['/images/own.png', { bytes: await pixel(width), type: 'image/png' }],
      ]),
    })
    const first = await bindPdf(own, await withImage(11))
    const second = await bindPdf(own, await withImage(22))
    const none = await bindPdf(own, document)
    const again = await bindPdf(own, await withImage(11))
    expect([first, second, again].map(({ bytes }) => widths(bytes))).toEqual([[11], [22], [11]])
    // Chromium draws an icon for a picture it did not get.
    expect(widths(none.bytes)).not.toContain(22)
    expect(none.missing).toEqual(['/images/own.png'])
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0)
    await own.close()
  })
})
