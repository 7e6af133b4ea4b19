import { wordsOf } from '../../../walk.js'
import { articleOf, type BookRule } from '../checked-book.js'

/** Words on twenty pages of paper: below that a book needs no contents (Kindle Publishing Guidelines, "Navigation Guidelines"). */
const longest = 6000

/** A long article has places in the contents, else there is no way through it but page by page. */
export const epubContents: BookRule = ({ book, rendering }) =>
  book.documents.flatMap(document => {
    const article = articleOf(document, rendering.issue)
    if (!article || document.headings.length > 0) return []
    const words = article.tree.children.reduce((sum, block) => sum + count(wordsOf(block)), 0)
    if (words <= longest) return []
    const reason = `Unexpected article of ${words} words without headings, expected some: the contents have one line for it`
    return [{ reason, document }]
  })

const count = (text: string): number => text.split(/\s+/).filter(Boolean).length
