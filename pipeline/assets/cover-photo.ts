import type { Browser } from 'puppeteer'
import { RequestDesk, shellUrl } from '../bind/pdf/request-desk.js'
import type { PrintResource } from '../bind/pdf/resource.js'
import { loadSharp } from './image-file.js'

/** What is photographed: a document as large as the picture, and what it may ask for. */
export interface CoverSheet {
  /** The whole document; what is to be in the picture has the class `cover`. */
  readonly html: string
  /** By path on the virtual origin: '/images/ab.png', '/fonts/x.woff2'. */
  readonly resources: ReadonlyMap<string, PrintResource>
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Whether a picture is in it, and not flat colours alone. */
  readonly pictured: boolean
}

/** A picture of a cover. */
export interface CoverPhoto {
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg'
}

// In milliseconds; a cover takes a few hundred.
const patience = 30_000

/**
 * Photographs a cover. No script of the document runs, and what it asks for comes from memory: the same fences as around
 * printing (bind/pdf/safety.ts). A title that is higher than its room, in a typeface that runs wide, is made smaller.
 *
 * @throws what the browser throws
 */
export async function photograph(browser: Browser, sheet: CoverSheet): Promise<CoverPhoto> {
  const { width, height } = sheet
  const page = await browser.newPage()
  const desk = new RequestDesk()
  try {
    page.setDefaultTimeout(patience)
    await Promise.all([
      page.setJavaScriptEnabled(false),
      page.setViewport({ width, height, deviceScaleFactor: 1 }),
      page.setRequestInterception(true),
    ])
    page.on('request', request => desk.answer(request))
    await page.goto(shellUrl)
    desk.serve(sheet.resources)
    await page.setContent(sheet.html, { waitUntil: 'load', timeout: patience })
    await page.evaluate(fit)
    const png = await page.screenshot({ type: 'png', optimizeForSpeed: true })
    return await encoded(png, sheet.pictured)
  } finally {
    await page.close().catch(() => {})
  }
}

/** Waits for the faces, then makes the title smaller until the words leave the art its room. Runs in the page. */
async function fit(): Promise<void> {
  await document.fonts.ready
  const cover = document.querySelector('.cover')
  const title = document.querySelector<HTMLElement>('.cover-title')
  if (!cover || !title) return
  const isTooLarge = () =>
    cover.scrollHeight > cover.clientHeight ||
    cover.scrollWidth > cover.clientWidth ||
    title.scrollWidth > title.clientWidth
  let size = Number.parseFloat(getComputedStyle(title).fontSize)
  for (let tries = 0; tries < 40 && isTooLarge(); tries += 1) {
    size *= 0.95
    title.style.setProperty('font-size', `${size}px`)
  }
}

/**
 * A picture is smaller as a JPEG that keeps the colours of letters whole (4:4:4). Flat colours are kept as they are: with
 * a palette the file was less than half as large (80 KB for 200), and took ten times as long (270 ms for 23).
 */
async function encoded(png: Uint8Array, pictured: boolean): Promise<CoverPhoto> {
  const sharp = await loadSharp()
  const image = sharp(png).removeAlpha()
  if (pictured)
    return {
      bytes: await image.jpeg({ quality: 88, chromaSubsampling: '4:4:4' }).toBuffer(),
      type: 'image/jpeg',
    }
  const bytes = await image.png({ compressionLevel: 6 }).toBuffer()
  return { bytes, type: 'image/png' }
}
