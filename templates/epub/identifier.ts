import { uuidV5 } from '../../pipeline/bind/epub/uuid.js'
import type { Rendering } from '../rendering.js'
import type { Identifier } from './package/book.js'

/**
 * What identifies a book wherever it is built: a name-based UUID of the article's address, else of the publication's
 * address and the slug, else of its name and the slug. A UUID that the front matter gives stands in for it.
 */
export function identifierOf(rendering: Rendering): string {
  const { issue, publication } = rendering
  const { identifier, canonicalUrl } = issue.meta
  if (identifier && uuidForm.test(identifier)) return identifier
  const address = canonicalUrl ?? addressOf(publication.url, issue.slug)
  return `urn:uuid:${uuidV5(address ?? `${publication.name}/${issue.slug}`)}`
}

const uuidForm = /^urn:uuid:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

function addressOf(url: string | undefined, slug: string): string | undefined {
  return url && URL.canParse(url) ? new URL(`${slug}/`, url.endsWith('/') ? url : `${url}/`).href : undefined
}

/** What else identifies it, each once: its ISBN, its DOI, the ISSN of what it is an issue of, a URN, an address. */
export function furtherIdentifiers(rendering: Rendering): readonly Identifier[] {
  const { isbn, doi, identifier } = rendering.issue.meta
  const given = [isbn && `urn:isbn:${isbn}`, doiAddress(doi), identifier].flatMap(text => text ?? [])
  const issn = issnOf(rendering)
  const found = [...given, ...(issn ? [`urn:issn:${issn}`] : [])].flatMap(text => typed(text) ?? [])
  return [...new Map(found.map(one => [one.value, one])).values()]
}

/** The ISSN of what the book is an issue of: as the front matter says, else the newsletter's. */
export function issnOf({ issue, publication }: Rendering): string | undefined {
  const { issn, identifier, series } = issue.meta
  const given =
    issn ?? /^urn:issn:(.*)$/i.exec(identifier ?? '')?.[1] ?? (series ? undefined : publication.epub?.issn)
  return given && /^\d{4}-\d{3}[\dX]$/.test(given) ? given : undefined
}

/**
 * A URI with what kind of identifier it is (EPUB 3.3, D.3.7): a code of ONIX list 5 where that has one; a serial's
 * number is in another list. Undefined for a text that is no URI.
 */
function typed(value: string): Identifier | undefined {
  if (uuidForm.test(value)) return undefined
  if (/^urn:isbn:\d{13}$/i.test(value)) return { value, type: '15', scheme: onix }
  if (/^urn:issn:\d{4}-\d{3}[\dX]$/i.test(value)) return { value, type: 'ISSN' }
  if (/^urn:(?:isbn|issn|uuid):/i.test(value)) return undefined
  if (/^https:\/\/doi\.org\/10\./.test(value)) return { value, type: '06', scheme: onix }
  if (/^urn:[a-z0-9][a-z0-9-]{1,31}:[\w().,:=@;$!*'%/?#+~&-]+$/i.test(value)) {
    return { value, type: '22', scheme: onix }
  }
  return /^https?:\/\//i.test(value) && URL.canParse(value) ? { value: new URL(value).href } : undefined
}

const onix = 'onix:codelist5'

/** A DOI as the address that resolves it, which is how it is to be shown (DOI Handbook, 2.6.2). */
function doiAddress(text: string | undefined): string | undefined {
  const name = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(
    text?.trim() ?? '',
  )?.[1]
  return name === undefined
    ? undefined
    : new URL(name.replace(/[?#]/g, encodeURIComponent), 'https://doi.org/').href
}
