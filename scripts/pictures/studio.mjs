// @ts-check
import { readFileSync, writeFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../setup/root.mjs'

/** @typedef {{width: number, height: number, scale: number, style?: string}} Shot */

/** @type {Readonly<Record<string, string>>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.css': 'text/css',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/**
 * A browser that photographs pages, which are served from folders; nothing else can be reached.
 *
 * @param {Readonly<Record<string, string>>} places folders by the origin they are served at
 */
export async function openStudio(places) {
  const { default: sharp } = await import('sharp')
  const library = pathToFileURL(join(root, 'build', 'pipeline', 'index.js')).href
  /** @type {typeof import('../../pipeline/index.js')} */
  const { nodeWorld } = await import(library)
  const world = nodeWorld()
  const browser = await world.browser()
  return {
    /**
     * @param {string} address
     * @param {Shot} shot pixels, and how many dots to each
     * @returns {Promise<Uint8Array>} PNG
     */
    async shoot(address, { width, height, scale, style }) {
      const page = await browser.newPage()
      await page.setViewport({ width, height, deviceScaleFactor: scale })
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }])
      await page.setRequestInterception(true)
      page.on('request', request => void request.respond(answer(request.url(), places)))
      await page.goto(address, { waitUntil: 'networkidle0' })
      if (style) await page.addStyleTag({ content: readFileSync(fileFor(style, places) ?? style, 'utf8') })
      await page.evaluate('document.fonts.ready.then(() => undefined)')
      const bytes = await page.screenshot({ type: 'png' })
      await page.close()
      return bytes
    },
    /**
     * A picture made narrower, where it lies.
     *
     * @param {string} file
     * @param {number} width pixels
     */
    async narrow(file, width) {
      const narrowed = await sharp(readFileSync(file)).resize({ width }).png().toBuffer()
      writeFileSync(file, narrowed)
    },
    /**
     * The picture with few enough colours to be small.
     *
     * @param {Uint8Array} png
     */
    reduced: png => sharp(png).png({ palette: true, colours: 256, effort: 10, dither: 0.5 }).toBuffer(),
    close: () => world.close(),
  }
}

/**
 * @param {string} address
 * @param {Readonly<Record<string, string>>} places
 */
function answer(address, places) {
  const file = fileFor(address, places)
  try {
    if (file) {
      // Typefaces come from another origin than the pages, and are asked for with CORS.
      const headers = { 'access-control-allow-origin': '*' }
      return { status: 200, contentType: types[extname(file)] ?? '', headers, body: readFileSync(file) }
    }
  } catch {
    // Said below, with the address.
  }
  console.error(`Not found: ${address}`)
  return { status: 404 }
}

/**
 * @param {string} address
 * @param {Readonly<Record<string, string>>} places
 */
function fileFor(address, places) {
  const { origin, pathname } = new URL(address)
  const folder = places[origin]
  return folder === undefined ? undefined : join(folder, normalize(decodeURIComponent(pathname)))
}
