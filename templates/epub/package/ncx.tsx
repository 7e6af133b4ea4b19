/** @jsxImportSource #xml */
import type { Element } from 'xast'
import type { Book } from './book.js'
import { type ContentsEntry, contentsOf, depthOf } from './contents.js'
import { type PageEntry, pagesOf } from './pages.js'
import { printable } from './xml-characters.js'

/** Levels that Kindle shows to a reader who looks for a place: what is deeper is in the navigation document alone. */
const levels = 2

/** The contents once more as an NCX, for reading systems that know EPUB 2 only, Kindle's among them (OPF 2.0.1, 2.4.1). */
export function ncxDocument(book: Book): Element {
  const contents = upTo(levels, contentsOf(book))
  const pages = pagesOf(book)
  const order = { last: 0 }
  const points = contents.map(entry => navPoint(entry, order))
  return (
    <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang={book.lang}>
      <head>
        <meta name="dtb:uid" content={printable(book.identifier)} />
        <meta name="dtb:depth" content={String(depthOf(contents))} />
        <meta name="dtb:totalPageCount" content={String(pages.length)} />
        <meta
          name="dtb:maxPageNumber"
          content={String(Math.max(0, ...pages.map(({ label }) => Number(label))))}
        />
      </head>
      <docTitle>
        <text>{printable(book.title)}</text>
      </docTitle>
      <navMap>{points}</navMap>
      {pages.length > 0 ? (
        <pageList>{pages.map((page, index) => pageTarget(page, order.last + index + 1))}</pageList>
      ) : null}
    </ncx>
  )
}

const upTo = (depth: number, entries: readonly ContentsEntry[]): readonly ContentsEntry[] =>
  depth === 0 ? [] : entries.map(entry => ({ ...entry, children: upTo(depth - 1, entry.children) }))

function pageTarget({ label, href }: PageEntry, place: number): Element {
  return (
    <pageTarget id={`page-${label}`} type="normal" value={label} playOrder={String(place)}>
      <navLabel>
        <text>{label}</text>
      </navLabel>
      <content src={href} />
    </pageTarget>
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
