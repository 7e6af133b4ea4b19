import { type NameQueries, type Read, readTags, registeredDomain } from './names.js'

const policies = ['none', 'quarantine', 'reject'] as const
type Policy = (typeof policies)[number]

/** What a domain asks of receivers for mail that is not shown to be its own (RFC 7489, 6.3). */
export interface Dmarc {
  /** Where the record was found: the domain itself, or the one that was registered. */
  readonly domain: string
  readonly policy: Policy
  /** How near DKIM's domain, and that of the envelope, have to be to the one of From. */
  readonly dkim: 'relaxed' | 'strict'
  readonly spf: 'relaxed' | 'strict'
  /** Where reports are wanted. */
  readonly reports?: string
}

/** The one record among the texts at `_dmarc`; undefined where there is none, or several: then there is none either (6.6.3). */
export const dmarcRecord = (texts: readonly string[]): string | undefined => {
  const records = texts.filter(text => /^v\s*=\s*DMARC1\s*(?:;|$)/.test(text))
  return records.length === 1 ? records[0] : undefined
}

/**
 * The policy for a domain: its own, or that of the domain that was registered (RFC 7489, 6.6.3; see `registeredDomain`).
 *
 * @returns undefined where there is none
 * @throws NamesUnavailable
 */
export async function readDmarc(from: string, names: NameQueries): Promise<Read<Dmarc> | undefined> {
  const registered = registeredDomain(from)
  for (const domain of new Set([from.toLowerCase(), registered])) {
    const record = dmarcRecord(await names.txt(`_dmarc.${domain}`))
    if (record !== undefined) return dmarcOf(record, domain, domain !== from.toLowerCase())
  }
  return undefined
}

/** @param isAbove whether it is asked for a domain below the one that has the record */
export function dmarcOf(record: string, domain: string, isAbove = false): Read<Dmarc> {
  const tags = readTags(record)
  if (!tags) return { fault: 'the DMARC record is no list of tags: v=DMARC1; p=none' }
  const written = (isAbove ? tags.get('sp') : undefined) ?? tags.get('p')
  const policy = policies.find(name => name === written?.toLowerCase())
  if (!policy)
    return { fault: `the DMARC record has p=${written ?? ''}, expected none, quarantine or reject` }
  const reports = tags.get('rua')
  return {
    domain,
    policy,
    dkim: tags.get('adkim')?.toLowerCase() === 's' ? 'strict' : 'relaxed',
    spf: tags.get('aspf')?.toLowerCase() === 's' ? 'strict' : 'relaxed',
    ...(reports === undefined ? {} : { reports }),
  }
}
