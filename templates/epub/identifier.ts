import { uuidV5 } from '../../pipeline/bind/epub/uuid.js'
import type { Rendering } from '../rendering.js'

/**
 * What identifies a book wherever it is built: what the front matter gives (a DOI, an ISBN, a URN, a URL), else a
 * name-based UUID of the article's address, else of the publication's name and the slug. A magazine's ISSN is of the
 * magazine, not of the book.
 */
export function identifierOf({ issue, publication }: Rendering): string {
  const [article, ...others] = issue.articles
  // One article's identifier or address is not that of an issue of several.
  const meta = others.length === 0 ? article.meta : undefined
  const given = doi(meta?.doi) ?? identifier(meta?.identifier)
  if (given) return given
  const address = meta?.canonicalUrl ?? addressOf(publication.url, issue.slug)
  return `urn:uuid:${uuidV5(address ?? `${publication.name}/${issue.slug}`)}`
}

function addressOf(url: string | undefined, slug: string): string | undefined {
  return url && URL.canParse(url) ? new URL(`${slug}/`, url.endsWith('/') ? url : `${url}/`).href : undefined
}

function identifier(text: string | undefined): string | undefined {
  const given = text?.trim() ?? ''
  const isbn = isbnOf(given)
  if (isbn) return `urn:isbn:${isbn}`
  if (/^urn:issn:/i.test(given)) return undefined
  const uuid = /^urn:uuid:(.*)$/i.exec(given)?.[1]
  if (uuid !== undefined) return uuidForm.test(uuid) ? given : undefined
  // RFC 8141, 2: a namespace of 2 to 32 letters, digits and hyphens, then what it names.
  if (/^urn:[a-z0-9][a-z0-9-]{1,31}:[\w().,:=@;$!*'%/?#+-]+$/i.test(given)) return given
  return /^https?:\/\//i.test(given) && URL.canParse(given) ? new URL(given).href : doi(given)
}

const uuidForm = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** A DOI as the address that resolves it, which is how it is to be shown (DOI Handbook, 2.6.2). */
function doi(text: string | undefined): string | undefined {
  const name = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(
    text?.trim() ?? '',
  )?.[1]
  return name === undefined
    ? undefined
    : new URL(name.replace(/[?#]/g, encodeURIComponent), 'https://doi.org/').href
}

/** The digits of an ISBN of 13 or 10 whose check digit is right (ISO 2108, annex C), else nothing. */
function isbnOf(text: string): string | undefined {
  const digits = text
    .replace(/^urn:isbn:|^isbn(?:-1[03])?:?/i, '')
    .replace(/[\s-]/g, '')
    .toUpperCase()
  if (/^97[89]\d{10}$/.test(digits)) {
    return sum(digits, place => (place % 2 === 0 ? 1 : 3)) % 10 === 0 ? digits : undefined
  }
  if (!/^\d{9}[\dX]$/.test(digits)) return undefined
  return sum(digits, place => 10 - place) % 11 === 0 ? digits : undefined
}

const sum = (digits: string, weight: (place: number) => number) =>
  [...digits].reduce((total, digit, place) => total + weight(place) * (digit === 'X' ? 10 : Number(digit)), 0)
