import { defaultTokens } from '../../../templates/tokens.js'
import { poppler } from '../poppler.js'

/** What poppler's `pdfinfo` says, by its own keys: `Title`, `Tagged`, `Page size`. */
export function pdfInfo(file: string): Record<string, string> {
  const lines = poppler('pdfinfo', file).split('\n')
  return Object.fromEntries(
    lines.flatMap(line => {
      const [, key, value] = /^([^:]+): +(.*)$/.exec(line) ?? []
      return key ? [[key, value ?? '']] : []
    }),
  )
}

/** The words of a PDF's pages between their margins, where running heads and page numbers stand. */
export function readPdf(file: string): string {
  const [, width = 0, height = 0] =
    (pdfInfo(file)['Page size'] ?? '').match(/([\d.]+) x ([\d.]+)/)?.map(Number) ?? []
  const point = 72 / 25.4
  const [top, , bottom] = defaultTokens.paper.margins
  const area = { x: 0, y: top * point, W: width, H: height - (top + bottom) * point }
  const flags = Object.entries(area).flatMap(([flag, length]) => [`-${flag}`, String(Math.round(length))])
  return poppler('pdftotext', file, ...flags)
}
