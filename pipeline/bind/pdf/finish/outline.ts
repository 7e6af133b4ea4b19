import { dictAt, name, textAt } from '../objects.js'
import { type PDFDict, type PDFDocument, PDFHexString } from '../pdf-lib.js'

/**
 * Writes the outline's titles from the document's own headings, since Chromium glues the words together where
 * a heading wraps and keeps soft hyphens. A title that no heading matches only loses its soft hyphens.
 */
export function retitleOutline(pdf: PDFDocument, headings: readonly string[]): void {
  const items = outlineItems(pdf)
  // Headings that Chromium leaves out (empty or hidden ones) shift the count: then the letters decide.
  const sameCount = items.length === headings.length
  let next = 0
  for (const [index, item] of items.entries()) {
    const printed = textAt(item, 'Title') ?? ''
    const match = headings.findIndex((heading, n) => n >= next && letters(heading) === letters(printed))
    if (match >= 0) next = match + 1
    const heading = match >= 0 ? headings[match] : sameCount ? headings[index] : undefined
    item.set(name('Title'), PDFHexString.fromText(heading ?? printed.replaceAll('\u00AD', '')))
  }
  if (items.length > 1) pdf.catalog.set(name('PageMode'), name('UseOutlines'))
}

function outlineItems(pdf: PDFDocument): PDFDict[] {
  const items: PDFDict[] = []
  const read = (first: PDFDict | undefined) => {
    for (let item = first; item && !items.includes(item); item = dictAt(item, 'Next')) {
      items.push(item)
      read(dictAt(item, 'First'))
    }
  }
  read(dictAt(dictAt(pdf.catalog, 'Outlines'), 'First'))
  return items
}

function letters(title: string): string {
  return title.replace(/[\s\u00AD\u200B]+/g, '')
}
