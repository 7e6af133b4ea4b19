import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { PdfPlace } from './pdf-view.js'

/** An entry of a PDF's own contents. */
export interface Bookmark {
  readonly title: string
  /** Undefined where it leads nowhere in the PDF. */
  readonly place: PdfPlace | undefined
  readonly children: readonly Bookmark[]
}

interface Entry {
  readonly title: string
  readonly dest: string | readonly unknown[] | null
  readonly items: readonly Entry[]
}

/** The bookmarks of a PDF, none where it has none. */
export async function bookmarksOf(pdf: PDFDocumentProxy): Promise<readonly Bookmark[]> {
  const bookmark = async ({ title, dest, items }: Entry): Promise<Bookmark> => ({
    title,
    place: await placeOf(pdf, dest),
    children: await Promise.all(items.map(bookmark)),
  })
  return Promise.all(((await pdf.getOutline()) ?? []).map(bookmark))
}

/** Where a destination is (ISO 32000-1, 12.3.2): by its name, or as a page with how it is shown. */
async function placeOf(pdf: PDFDocumentProxy, dest: Entry['dest']): Promise<PdfPlace | undefined> {
  const array: readonly unknown[] | null = typeof dest === 'string' ? await pdf.getDestination(dest) : dest
  const [page, how, , y] = array ?? []
  if (typeof page !== 'object' || page === null) return undefined
  // It is a reference, since it is an object: what is no page's throws.
  const index = await pdf.getPageIndex(page as { num: number; gen: number }).catch(() => undefined)
  if (index === undefined) return undefined
  const isAt = typeof how === 'object' && how !== null && 'name' in how && how.name === 'XYZ'
  if (!isAt || typeof y !== 'number') return { index }
  const { viewBox } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 })
  return { index, top: Math.max(0, (viewBox[3] ?? y) - y) }
}
