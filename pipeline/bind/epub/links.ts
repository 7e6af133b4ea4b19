import type { ElementContent } from 'hast'
import type { Book } from '../../../templates/epub/package/book.js'
import { hasContentsPage } from '../../../templates/epub/package/contents.js'
import { placeUrl } from '../../../templates/epub/package/fragment.js'
import { contentsFile } from '../../../templates/epub/package/names.js'

/** The places in a book that a link may lead to: the ids of each file. */
export type Places = ReadonlyMap<string, ReadonlySet<string>>

/** Collects the ids of every document, and of the contents where they are a page. */
export function placesOf(book: Book): Places {
  const places = new Map(book.documents.map(({ file, body }) => [file, new Set(body.flatMap(idsOf))]))
  if (hasContentsPage(book)) places.set(contentsFile, new Set(['toc']))
  return places
}

/**
 * The link as EPUB can have it: to a place in the book, or to the web. Nothing for one that leads nowhere from
 * inside a book (EPUBCheck's RSC-007, RSC-012, RSC-026) or is no URL (RSC-020): its text stays, without the link.
 *
 * @param file The document that the link is in.
 */
export function link(href: string, file: string, places: Places): string | undefined {
  const url = href.trim()
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return external(url)
  const [path = '', fragment = ''] = url.split(/#(.*)/s)
  const ids = places.get(path || file)
  if (!ids) return undefined
  if (!fragment) return path || undefined
  const id = [fragment, decoded(fragment)].find(one => ids.has(one))
  return id && placeUrl(path, id)
}

const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

function external(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined
  const url = new URL(href)
  const [, start = '', rest = ''] = /^([a-z]+:(?:\/\/[^/]*)?)(.*)$/s.exec(url.href) ?? []
  return rest && schemes.has(url.protocol) ? start + encoded(rest) : undefined
}

// The URL standard's serialiser lets some characters pass that its own syntax does not allow (4.3).
function encoded(rest: string): string {
  const [before = '', ...fragment] = rest
    .replace(/[^\w.~:/?#@!$&'()*+,;=%-]|%(?![\da-f]{2})/gi, encodeURIComponent)
    .split('#')
  return fragment.length > 0 ? `${before}#${fragment.join('%23')}` : before
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
