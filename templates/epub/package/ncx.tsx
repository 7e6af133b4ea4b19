/** @jsxImportSource #xml */
import type { Element } from 'xast'
import type { Book } from './book.js'
import { type ContentsEntry, contentsOf, depthOf } from './contents.js'
import { printable } from './xml-characters.js'

/** The contents once more as an NCX, for reading systems that know EPUB 2 only, Kindle's among them (OPF 2.0.1, 2.4.1). */
export function ncxDocument(book: Book): Element {
  const contents = contentsOf(book)
  const order = { last: 0 }
  return (
    <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang={book.lang}>
      <head>
        <meta name="dtb:uid" content={printable(book.identifier)} />
        <meta name="dtb:depth" content={String(depthOf(contents))} />
        <meta name="dtb:totalPageCount" content="0" />
        <meta name="dtb:maxPageNumber" content="0" />
      </head>
      <docTitle>
        <text>{printable(book.title)}</text>
      </docTitle>
      <navMap>{contents.map(entry => navPoint(entry, order))}</navMap>
    </ncx>
  )
}

function navPoint(entry: ContentsEntry, order: { last: number }): Element {
  order.last += 1
  const place = String(order.last)
  return (
    <navPoint id={`point-${place}`} playOrder={place}>
      <navLabel>
        <text>{entry.title}</text>
      </navLabel>
      <content src={entry.href} />
      {entry.children.map(child => navPoint(child, order))}
    </navPoint>
  )
}
