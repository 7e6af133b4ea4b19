import { articleOf, type BookRule } from '../checked-book.js'

/**
 * Kilobytes of a document that every e-reader opens at once. Adobe's engine, which older Kobos and other readers of ink
 * have, took no more than 300; calibre splits what has more than 260 (`--flow-size`).
 */
const largest = 300

/**
 * An article is not so long that its file is slow to open. It is not split: a note shows on the page only from the file
 * that calls it, and one may be called from both parts; and a part of a chapter is no chapter, though each file would be
 * one to who hears it.
 */
export const epubChapter: BookRule = ({ book, rendering, sizes }) =>
  book.documents.flatMap(document => {
    const size = Math.round((sizes.get(`OEBPS/${document.file}`) ?? 0) / 1000)
    if (size <= largest || !articleOf(document, rendering.issue)) return []
    const reason = `Unexpected article of ${size} KB in one file of the book, expected at most ${largest}: older e-readers open it slowly or not at all; make several articles of it`
    return [{ reason, document }]
  })
