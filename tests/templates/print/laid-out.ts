import { toHtml } from 'hast-util-to-html'
import type { Browser } from 'puppeteer'
import { textWidth } from '../../../templates/print/paper.js'
import { printTemplate } from '../../../templates/print/print.js'
import type { Rendering } from '../../../templates/rendering.js'

/** The document with its faces inside it: what is measured is what is printed. */
const withFonts = (rendering: Rendering) =>
  rendering.assets.fonts.reduce(
    (html, { path, bytes }) =>
      html.replaceAll(`/${path}`, `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`),
    toHtml(printTemplate(rendering)),
  )

/** What `measure` finds in a document that is laid out for print, in a window as wide as the text. */
export async function measured<Found>(
  browser: Browser,
  rendering: Rendering,
  measure: () => Found,
): Promise<Found> {
  const page = await browser.newPage()
  const width = Math.floor((textWidth(rendering.tokens.paper) * 96) / 72)
  await page.setViewport({ width, height: 1000 })
  await page.emulateMediaType('print')
  await page.setContent(withFonts(rendering))
  const faces = await page.evaluate(() => document.fonts.ready.then(fonts => fonts.size))
  if (faces < 6) throw new Error(`Unexpected number of faces, ${faces}, expected those of the theme`)
  const found = await page.evaluate(measure)
  await page.close()
  return found
}
