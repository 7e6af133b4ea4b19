import { withSoftHyphens } from '../../../pipeline/assets/hyphenation.js'
import { bindPdf, type PdfResult, type Printer, type PrintResource } from '../../../pipeline/bind/pdf/bind.js'
import { printTemplate } from '../../../templates/print/print.js'
import type { Rendering } from '../../../templates/rendering.js'
import type { Tokens } from '../../../templates/tokens.js'
import { poppler } from '../../support/poppler.js'

/** An issue as its PDF, with hyphens and all. */
export async function pdfOf(rendering: Rendering, printer: Printer): Promise<PdfResult> {
  const { issue, assets } = rendering
  return bindPdf(printer, {
    html: await withSoftHyphens(printTemplate(rendering)),
    resources: new Map<string, PrintResource>([
      ...assets.images.map(image => [`/${image.path}`, image] as const),
      ...assets.fonts.map(font => [`/${font.path}`, { bytes: font.bytes, type: 'font/woff2' }] as const),
    ]),
    meta: {
      title: issue.title,
      authors: [],
      keywords: [],
      lang: issue.lang,
      date: issue.modified,
      headings: [],
      creator: 'Trifold',
      linkText: { internal: 'Link' },
    },
  })
}

/** The same on other paper. */
export const onPaper = (rendering: Rendering, changes: Partial<Tokens['paper']>): Rendering => ({
  ...rendering,
  tokens: { ...rendering.tokens, paper: { ...rendering.tokens.paper, ...changes } },
})

/** A word where it stands, in points from the page's upper left corner. */
export interface Placed {
  readonly word: string
  /** From 1. */
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Every word of a PDF in its place. */
export function wordsIn(bytes: Uint8Array): Placed[] {
  const word = /<page |<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g
  let page = 0
  return [...poppler('pdftotext', bytes, '-bbox').matchAll(word)].flatMap(([, ...found]) => {
    const [left, top, right, bottom, text] = found
    if (text === undefined) {
      page++
      return []
    }
    const placed = { left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom) }
    return [{ word: text, page, ...placed }]
  })
}
