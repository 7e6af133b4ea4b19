import { link, placesOf } from '../../../bind/epub/links.js'
import { type BookFinding, type BookRule, elementsIn } from '../checked-book.js'

/** Links lead to a place in the book or to the web; one that does not loses its target when the book is packed. */
export const epubLink: BookRule = ({ book }) => {
  const places = placesOf(book)
  return book.documents.flatMap(document =>
    elementsIn(document.body, 'a').flatMap((at): BookFinding[] => {
      const { href } = at.properties
      if (href === undefined || link(String(href), document.file, places) !== undefined) return []
      const reason = `Unexpected link to \`${shown(String(href))}\`, which is nowhere in the book; its text is kept`
      return [{ reason, at, document }]
    }),
  )
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)
