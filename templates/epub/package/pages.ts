import type { ElementContent } from 'hast'
import type { Book } from './book.js'
import { placeUrl } from './fragment.js'

/** A page of the printed edition: its number and where it begins. */
export interface PageEntry {
  label: string
  href: string
}

/** The page list: the marks that the documents really have, in reading order. */
export const pagesOf = (book: Book): readonly PageEntry[] =>
  book.documents.flatMap(({ file, body }) => body.flatMap(node => pagesIn(node, file)))

function pagesIn(node: ElementContent, file: string): PageEntry[] {
  if (node.type !== 'element') return []
  const { role, id, ariaLabel } = node.properties
  if (role === 'doc-pagebreak') return [{ label: String(ariaLabel), href: placeUrl(file, String(id)) }]
  return node.children.flatMap(child => pagesIn(child, file))
}
