import type { ElementContent } from 'hast'
import type { BookDocument } from '../../../templates/epub/package/book.js'

/** The places in a book that a link may lead to: the ids of each file. */
export type Places = ReadonlyMap<string, ReadonlySet<string>>

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** Collects the ids of every document. */
export function placesOf(documents: readonly BookDocument[]): Places {
  return new Map(documents.map(({ file, body }) => [file, new Set(body.flatMap(idsOf))]))
}

/**
 * The link as EPUB can have it: to a place in the book, or to the web. Nothing for one that leads nowhere from
 * inside a book (EPUBCheck's RSC-007, RSC-012, RSC-026) or is no URL (RSC-020): its text stays, without the link.
 *
 * @param file The document that the link is in.
 */
export function link(href: string, file: string, places: Places): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return external(href)
  const [path = '', fragment] = href.split('#', 2)
  const ids = places.get(path || file)
  if (!ids || (!path && !fragment)) return undefined
  return !fragment || ids.has(fragment) || ids.has(decoded(fragment)) ? href : undefined
}

/** A URL outside the book, written as the URL standard writes it; nothing when it is none. */
export function external(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  if (!schemes.has(url.protocol)) return undefined
  // The standard's serialiser lets these pass where its own syntax does not (URL Standard, 4.3).
  return url.href.replace(/[\\^`{|}]|%(?![\da-f]{2})/gi, encodeURIComponent)
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function idsOf(node: ElementContent): readonly string[] {
  if (node.type !== 'element') return []
  const below = node.children.flatMap(idsOf)
  return typeof node.properties.id === 'string' ? [node.properties.id, ...below] : below
}
