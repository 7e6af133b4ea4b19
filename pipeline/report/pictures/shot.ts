import type { Browser, Page } from 'puppeteer'
import type { Picture } from '../../../templates/report/account.js'
import { defaultTokens } from '../../../templates/tokens.js'
import { type ClosedAnswer, openClosedPage } from '../../browser/closed-page.js'

/** What is to be shown of a page, and how. */
export interface Shot {
  readonly label: string
  readonly address: string
  /** Of the window, CSS pixels. */
  readonly width: number
  /** The most that is shown, as a multiple of the width. */
  readonly ratio: number
  /** Paper around what the browser draws, CSS pixels. */
  readonly margin?: number
  readonly scheme: 'light' | 'dark'
}

/** How long a page may take to be drawn, milliseconds. */
const longest = 20_000

/**
 * Pictures of pages that a browser draws, none of whose scripts run and which ask for nothing but what is answered.
 *
 * @throws Error when the browser fails
 */
export async function shots(
  browser: Browser,
  format: Picture['format'],
  wanted: readonly Shot[],
  answer: (url: string) => ClosedAnswer | undefined,
): Promise<Picture[]> {
  const page = await openClosedPage(browser, answer)
  try {
    await page.setJavaScriptEnabled(false)
    page.setDefaultTimeout(longest)
    const pictures: Picture[] = []
    for (const shot of wanted) pictures.push({ format, label: shot.label, ...(await taken(page, shot)) })
    return pictures
  } finally {
    await page.close().catch(() => undefined)
  }
}

async function taken(page: Page, { address, width, ratio, scheme, margin = 0 }: Shot) {
  const height = Math.round(width * ratio)
  await page.setViewport({ width, height })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(address, { waitUntil: 'load' })
  const session = await page.createCDPSession()
  const { cssContentSize } = await session.send('Page.getLayoutMetrics')
  await session.detach()
  const drawn = await page.screenshot({ clip: { x: 0, y: 0, width, height } })
  return {
    src: await onPaper(drawn, margin),
    width: width + 2 * margin,
    height: height + 2 * margin,
    isCut: Math.ceil(cssContentSize.height) > height,
  }
}

/** A picture with paper around it, as a `data:` address. */
async function onPaper(png: Uint8Array, margin: number): Promise<string> {
  const { default: sharp } = await import('sharp')
  const around = { top: margin, bottom: margin, left: margin, right: margin }
  const bytes = await sharp(png)
    .extend({ ...around, background: defaultTokens.light.paper })
    .webp({ quality: 75 })
    .toBuffer()
  return `data:image/webp;base64,${bytes.toString('base64')}`
}
