/** Asks the names of the network (DNS). A name without such records is an empty list. */
export interface NameQueries {
  /** Texts, each joined of its pieces (RFC 7208, 3.3). @throws NamesUnavailable */
  txt(name: string): Promise<readonly string[]>
  /** Mail servers, the preferred first; a domain that takes no mail names one that is empty (RFC 7505). @throws NamesUnavailable */
  mx(name: string): Promise<readonly string[]>
  /** Addresses, IPv4 and IPv6. @throws NamesUnavailable */
  addresses(name: string): Promise<readonly string[]>
}

/** Nobody could be asked, or gave no answer: what the records are cannot be told. The message says of which name, and why. */
export class NamesUnavailable extends Error {
  override name = 'NamesUnavailable'
}

/** What cannot be used of a record, in words; a thing that is sound. */
export type Read<Sound> = Sound | { readonly fault: string }

/** The domain of an address, or of a name with one in angle brackets, in lower case. */
export const domainOf = (mailbox: string): string =>
  mailbox
    .slice(mailbox.lastIndexOf('@') + 1)
    .replace(/[>\s]+$/, '')
    .toLowerCase()

/** Second-level names below which others register theirs, as many countries have them. */
const shared = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gov',
  'govt',
  'ltd',
  'me',
  'mil',
  'ne',
  'net',
  'nom',
  'or',
  'org',
  'plc',
  'sch',
])

/**
 * The domain that was registered (RFC 7489, 3.2), by a simple rule rather than the list of public suffixes: the last two
 * names, or three where the last has two letters and the one before is `co`, `org`, `ac` or the like.
 */
export function registeredDomain(domain: string): string {
  const names = domain.toLowerCase().replace(/\.$/, '').split('.')
  const [second = '', last = ''] = names.slice(-2)
  return names.slice(last.length === 2 && shared.has(second) ? -3 : -2).join('.')
}

/**
 * Whether DMARC takes two domains for the same (RFC 7489, 3.1): `strict` for equal names, `relaxed` for those that were
 * registered as one.
 */
export const isAligned = (one: string, other: string, mode: 'relaxed' | 'strict'): boolean =>
  mode === 'strict'
    ? one.toLowerCase() === other.toLowerCase()
    : registeredDomain(one) === registeredDomain(other)

/** Tags of a record, `v=DKIM1; p=...` (RFC 6376, 3.2), by names in lower case; undefined where it is no such list. */
export function readTags(record: string): ReadonlyMap<string, string> | undefined {
  const tags = new Map<string, string>()
  for (const part of record.split(';')) {
    if (part.trim() === '') continue
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim().toLowerCase()
    if (at < 0 || !/^[a-z]\w*$/.test(name) || tags.has(name)) return undefined
    tags.set(name, part.slice(at + 1).trim())
  }
  return tags
}
