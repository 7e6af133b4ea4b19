import { withSoftHyphens } from '../../../pipeline/assets/hyphenation.js'
import { bindPdf, type PdfResult, type Printer, type PrintResource } from '../../../pipeline/bind/pdf/bind.js'
import { annotations, listAt } from '../../../pipeline/bind/pdf/objects.js'
import { PDFDocument } from '../../../pipeline/bind/pdf/pdf-lib.js'
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

/** Something where it stands, in points from the page's upper left corner. */
export interface Placed {
  /** From 1. */
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The rectangle of every link of a PDF. */
export async function linksIn(bytes: Uint8Array): Promise<Placed[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return annotations(pdf).map(({ annotation, page }) => {
    const height = pdf.getPage(page - 1).getHeight()
    const [left = 0, bottom = 0, right = 0, top = 0] = listAt(annotation, 'Rect').map(side =>
      Number(String(side)),
    )
    return { page, left, right, top: height - top, bottom: height - bottom }
  })
}

/** Every word of a PDF in its place. */
export function wordsIn(bytes: Uint8Array): (Placed & { readonly word: string })[] {
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
