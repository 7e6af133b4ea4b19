import type { Browser, HTTPRequest, Page } from 'puppeteer'
import { contentSecurityPolicy, shellPath, virtualOrigin } from '../bind/pdf/safety.js'
import { loadSharp } from './image-file.js'

/** A picture of one element of a page. */
export interface ElementPicture {
  /** PNG, at the scale that was asked for. */
  readonly png: Uint8Array
  /** CSS px. */
  readonly width: number
  readonly height: number
  /** CSS px of it that are below the line that its words stand on. */
  readonly below: number
}

/** An element of no size at the end of those that are drawn: it stands on the line of their words. */
export const baselineClass = 'baseline'

// In milliseconds; a page of a thousand formulas takes a few seconds.
const patience = 30_000

// CSS px; Chromium draws nothing beyond 16,384 pixels.
const largest = 4000

/**
 * Draws elements of a document, one below the other. No script of the document runs, and what it asks for comes from
 * memory: the same fences as around printing (bind/pdf/safety.ts).
 *
 * @param html the whole document
 * @param ids ids of the elements
 * @param fonts by path from the root
 * @param scale pixels of the file for one CSS px
 * @returns pictures by id; none of an element that is too large to draw
 * @throws what the browser throws
 */
export async function drawElements(
  browser: Browser,
  html: string,
  ids: readonly string[],
  fonts: ReadonlyMap<string, Uint8Array>,
  scale: number,
): Promise<ReadonlyMap<string, ElementPicture>> {
  const page = await browser.newPage()
  try {
    page.setDefaultTimeout(patience)
    await page.setJavaScriptEnabled(false)
    await page.setViewport({ width: 1200, height: 800, deviceScaleFactor: scale })
    await page.setRequestInterception(true)
    page.on('request', request => {
      // A request whose page has just closed cannot be answered, and nobody waits for the answer.
      answer(request, fonts).catch(() => {})
    })
    await page.goto(virtualOrigin + shellPath)
    await page.setContent(html, { waitUntil: 'load', timeout: patience })
    await page.evaluate(async () => {
      await document.fonts.ready
    })
    const boxes = (await stack(page, ids)).filter(box => box.width <= largest && box.height <= largest)
    const pictures: (readonly [string, ElementPicture])[] = []
    for (const group of groups(boxes)) pictures.push(...(await drawGroup(page, group, scale)))
    return new Map(pictures)
  } finally {
    await page.close().catch(() => {})
  }
}

interface Box {
  readonly id: string
  readonly y: number
  readonly width: number
  readonly height: number
  readonly below: number
}

/**
 * Moves the elements so that each begins on a whole pixel, for on a part of one its strokes come out otherwise; then
 * the same formula has the same picture whatever stands before it.
 */
function stack(page: Page, ids: readonly string[]): Promise<readonly Box[]> {
  return page.evaluate(
    (names, mark) => {
      let y = 0
      return names.map(name => {
        const element = document.getElementById(name)
        element?.style.setProperty('position', 'absolute')
        element?.style.setProperty('left', '0')
        element?.style.setProperty('top', `${y}px`)
        const size = element?.getBoundingClientRect()
        const height = Math.ceil(size?.height ?? 1)
        const line = element?.querySelector(`.${mark}`)?.getBoundingClientRect()
        const below = size && line ? size.top + height - line.bottom : 0
        const box = { id: name, y, width: Math.ceil(size?.width ?? 1), height, below }
        y += height
        return box
      })
    },
    ids,
    baselineClass,
  )
}

/** Neighbours that fit in one screenshot: taking one costs far more than cutting it up. */
function groups(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const all: Box[][] = []
  for (const box of boxes) {
    const last = all.at(-1)
    const top = last?.[0]?.y ?? 0
    if (last && box.y + box.height - top <= largest) last.push(box)
    else all.push([box])
  }
  return all
}

async function drawGroup(page: Page, boxes: readonly Box[], scale: number) {
  const y = boxes[0]?.y ?? 0
  const clip = {
    x: 0,
    y,
    width: Math.max(...boxes.map(box => box.width)),
    height: Math.max(...boxes.map(box => box.y + box.height)) - y,
  }
  const sheet = await page.screenshot({ clip, captureBeyondViewport: true, type: 'png' })
  const sharp = await loadSharp()
  return Promise.all(
    boxes.map(async ({ id, width, height, below, ...box }): Promise<readonly [string, ElementPicture]> => {
      const image = sharp(sheet).extract({
        left: 0,
        top: (box.y - y) * scale,
        width: width * scale,
        height: height * scale,
      })
      // Ink on paper has few shades, so a palette loses nothing.
      const png = await image.removeAlpha().png({ palette: true, compressionLevel: 9 }).toBuffer()
      return [id, { png, width, height, below }]
    }),
  )
}

async function answer(request: HTTPRequest, fonts: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const url = new URL(request.url())
  const local = url.origin === virtualOrigin
  if (request.isNavigationRequest()) {
    if (!local || url.pathname !== shellPath) return request.abort('aborted')
    return request.respond({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': contentSecurityPolicy },
      body: '<!doctype html><title>formulas</title>',
    })
  }
  const font = local ? fonts.get(url.pathname) : undefined
  if (!font) return request.abort('blockedbyclient')
  return request.respond({ contentType: 'font/woff2', headers: { 'cache-control': 'no-store' }, body: font })
}
