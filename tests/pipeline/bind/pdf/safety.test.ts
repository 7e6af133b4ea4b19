import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bindPdf, openPrinter, type Printer, PrintFailed } from '../../../../pipeline/bind/pdf/bind.js'
import { launch } from './browser.js'
import { printDocument } from './document.js'
import { poppler } from './poppler.js'

const folder = mkdtempSync(join(tmpdir(), 'trifold-secret-'))
const secret = join(folder, 'secret.txt')
writeFileSync(secret, 'SECRET')
writeFileSync(join(folder, 'secret.css'), 'h1::after { content: "SECRET" }')

const hits: string[] = []
let server: Server
let home: string
let browser: Browser
let printer: Printer
beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end('SECRET')
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launch()
  printer = await openPrinter(browser)
})
afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(folder, { recursive: true })
})

/** Every way out of a page that needs no script, and some that do. */
function hostile(origin: string): { head: string; body: string } {
  const head = `
    <link rel="stylesheet" href="${origin}/style.css"><link rel="icon" href="${origin}/icon.png">
    <link rel="preload" as="image" href="${origin}/preload.png"><link rel="prefetch" href="${origin}/prefetch">
    <link rel="preconnect" href="${origin}"><link rel="dns-prefetch" href="${origin}">
    <link rel="manifest" href="${origin}/manifest.json"><link rel="modulepreload" href="${origin}/module.js">
    <style>@import url(${origin}/import.css); body { background: url(${origin}/background.png) }
      @font-face { font-family: Far; src: url(${origin}/far.woff2) } h2 { font-family: Far }
      ul { list-style-image: url(${origin}/bullet.png) } li { border-image: url(${origin}/border.png) 1 }
      @page { background: url(${origin}/page.png) }</style>
    <script>fetch('${origin}/fetch'); document.title = 'scripted'</script><script src="${origin}/script.js"></script>`
  const body = `<h1>Hostile</h1><h2>Far</h2>
    <img src="${origin}/image.png" alt=""><img srcset="${origin}/set.png 2x" alt="" onerror="fetch('${origin}/error')">
    <picture><source srcset="${origin}/source.png"><img src="x" alt=""></picture>
    <iframe src="${origin}/frame"></iframe><iframe srcdoc="<img src='${origin}/srcdoc.png'>"></iframe>
    <object data="${origin}/object"></object><embed src="${origin}/embed">
    <video src="${origin}/video" poster="${origin}/poster.png" autoplay></video><audio src="${origin}/audio" autoplay></audio>
    <svg><image href="${origin}/svg.png"/><use href="${origin}/use.svg#a"/></svg>
    <input type="image" src="${origin}/input.png" alt=""><ul><li>Item</li></ul>
    <form action="${origin}/form"><button autofocus>Send</button></form>
    <p style="content: url(${origin}/content.png); cursor: url(${origin}/cursor.png), auto">Text</p>`
  return { head, body }
}

test('the same document does reach out of a page without the fences', async () => {
  const { head, body } = hostile(home)
  const open = await launch([])
  const page = await open.newPage()
  await page.setContent(`<html><head>${head}</head><body>${body}</body></html>`)
  await page.pdf()
  await open.close()
  expect(hits.length).toBeGreaterThan(10)
})

test('a hostile document reaches nothing', async () => {
  hits.length = 0
  const { head, body } = hostile(home)
  const { bytes } = await bindPdf(printer, printDocument(body, {}, head))
  expect(hits).toEqual([])
  const text = poppler('pdftotext', bytes)
  expect(text).toContain('Hostile')
  expect(text).not.toContain('SECRET')
})

test.each(['policy and interception', 'flags'])('%s alone hold as well', async fence => {
  hits.length = 0
  const { head, body } = hostile(home)
  if (fence === 'flags') {
    const page = await browser.newPage()
    await page.setContent(`<html><head>${head}</head><body>${body}</body></html>`)
    await page.pdf()
    await page.close()
  } else {
    const open = await launch([])
    await bindPdf(await openPrinter(open), printDocument(body, {}, head))
    await open.close()
  }
  expect(hits).toEqual([])
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
    hits.length = 0
    const plain = await bindPdf(printer, printDocument('<h1>Next</h1>'))
    for (const place of [home, pathToFileURL(secret).href, ...places]) {
      const astray = await bindPdf(printer, printDocument('<h1>Next</h1>', {}, refresh(place)))
      expect(Buffer.compare(plain.bytes, astray.bytes), place).toBe(0)
    }
    expect(hits).toEqual([])
  })

  test('reaches nothing even where its HTML goes to the printer as it is', async () => {
    hits.length = 0
    for (const place of [home, pathToFileURL(secret).href, ...places]) {
      const html = `<!doctype html>${refresh(place)}${'<h1>Astray</h1>'.repeat(200)}`
      const printed = await printer.print(html, new Map()).catch((error: unknown) => error)
      if (printed instanceof Error) expect(printed).toBeInstanceOf(PrintFailed)
      else expect(poppler('pdftotext', (printed as { bytes: Uint8Array }).bytes)).not.toContain('SECRET')
    }
    expect(hits).toEqual([])
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
