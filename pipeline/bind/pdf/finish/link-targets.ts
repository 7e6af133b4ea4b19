import type { TagMark } from '../marks.js'
import { dictAt, name } from '../objects.js'
import { PDFDict, type PDFDocument, PDFName, type PDFObject, PDFString } from '../pdf-lib.js'
import { virtualOrigin } from '../safety.js'

/** Where a link leads: an entry of its annotation, `A` or `Dest` (ISO 32000-1, table 173). */
export type LinkTarget = readonly [key: 'A' | 'Dest', value: PDFObject]

/** Where a link annotation leads; undefined where it does not say. */
export function targetOf(pdf: PDFDocument, annotation: PDFDict): LinkTarget | undefined {
  for (const key of ['A', 'Dest'] as const) {
    const value = annotation.get(name(key))
    if (value) return [key, value instanceof PDFDict ? value.clone(pdf.context) : value]
  }
  return undefined
}

/** Where a link leads by its mark, as Chromium writes it; undefined where nothing has that address. */
export function targetIn(pdf: PDFDocument, { href }: TagMark): LinkTarget | undefined {
  if (href?.startsWith('#')) {
    const id = decoded(href.slice(1))
    const places = dictAt(pdf.catalog, 'Dests')?.keys() ?? []
    const place = places.find(key => decoded(key.decodeText()) === id)
    return place && ['Dest', PDFName.of(place.decodeText())]
  }
  if (href === undefined || !URL.canParse(href, `${virtualOrigin}/`)) return undefined
  const address = new URL(href, `${virtualOrigin}/`).href
  // In a string written in brackets these stand for something else (7.3.4.2).
  const uri = PDFString.of(address.replace(/[\\()]/g, '\\$&'))
  return ['A', pdf.context.obj({ Type: 'Action', S: 'URI', URI: uri })]
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
