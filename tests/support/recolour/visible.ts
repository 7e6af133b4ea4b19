import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { contrast, type Rgb } from '../../../pipeline/preview/page/recolour/colour.js'

/** The share of a picture's pixels that must stand out for it to be seen: a thin formula has about three in a hundred. */
const leastInk = 0.005

/**
 * The pictures that are not seen, by address: too few of their pixels have a contrast of 3:1 (WCAG 2.2, 1.4.11) to the
 * colour that most of the picture has, its own plate or the ground behind it. What is judged is what the browser paints,
 * filters and all.
 *
 * @param addresses of the pictures to look at; others may be photographs
 */
export async function unseenPictures(page: Page, addresses: ReadonlySet<string>): Promise<string[]> {
  const boxes = (await page.evaluate(places)).filter(({ src }) => addresses.has(src))
  if (boxes.length === 0) return []
  const unseen: string[] = []
  for (const { src, ...clip } of boxes) {
    const shot = await page.screenshot({ type: 'png', clip, captureBeyondViewport: true })
    const { data, info } = await sharp(shot).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    if (shareStandingOut(data, info.channels) < leastInk) unseen.push(src)
  }
  return unseen
}

/** Where each picture is on the whole page. Runs in the page. */
function places() {
  return [...document.images].flatMap(image => {
    const { x, y, width, height } = image.getBoundingClientRect()
    if (width < 1 || height < 1) return []
    return [{ src: image.src, x: Math.floor(x), y: Math.floor(y), width, height }]
  })
}

/** The share of pixels with 3:1 to the commonest colour. */
export function shareStandingOut(pixels: Uint8Array, channels: number): number {
  const counts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += channels) {
    const key = ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [[commonest] = [0]] = [...counts].sort(([, a], [, b]) => b - a)
  const rgb = (key: number): Rgb => [key >> 16, (key >> 8) & 255, key & 255]
  const ground = rgb(commonest)
  let out = 0
  for (const [key, count] of counts) if (contrast(rgb(key), ground) >= 3) out += count
  return out / (pixels.length / channels)
}
