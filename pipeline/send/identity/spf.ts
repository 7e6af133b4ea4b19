import type { NameQueries, Read } from './names.js'

/** The most lookups that a receiver makes (RFC 7208, 4.6.4); with more it takes the record for broken. */
export const mostLookups = 10

/** A mechanism or modifier of a record (RFC 7208, 4.6.1). */
export interface SpfTerm {
  readonly qualifier: '+' | '-' | '~' | '?'
  readonly name: string
  /** What follows the colon or the equals sign; empty where nothing does. */
  readonly value: string
}

/** What a domain's SPF record comes to. */
export interface Spf {
  readonly record: string
  /** What becomes of mail from servers that are not named: of `all`; undefined where nothing is said. */
  readonly others: '+' | '-' | '~' | '?' | undefined
  /** Lookups that reading it takes, those of what it includes counted. */
  readonly lookups: number
  /** Domains that it includes, in order. */
  readonly includes: readonly string[]
}

/** Mechanisms and modifiers that a lookup is made for. */
const lookingUp = new Set(['include', 'a', 'mx', 'ptr', 'exists', 'redirect'])
const known = new Set([...lookingUp, 'all', 'ip4', 'ip6'])

/** The one record of SPF among a domain's texts; undefined where there is none (RFC 7208, 4.5). */
export function spfRecord(texts: readonly string[]): Read<string> | undefined {
  const records = texts.filter(text => /^v=spf1(?: |$)/i.test(text))
  return records.length > 1
    ? { fault: `there are ${records.length} SPF records, and receivers take that for none` }
    : records[0]
}

/** The terms of a record. */
export function spfTerms(record: string): Read<readonly SpfTerm[]> {
  const terms: SpfTerm[] = []
  for (const written of record.split(' ').slice(1).filter(Boolean)) {
    const [, sign = '+', name = '', value = ''] =
      /^([-+~?])?([a-z][\w.-]*)(?:[:=]?(.*))?$/i.exec(written) ?? []
    const isModifier = /^[a-z][\w.-]*=/i.test(written)
    if (name === '' || (!isModifier && !known.has(name.toLowerCase())))
      return { fault: `the SPF record holds "${written.slice(0, 60)}", which is no mechanism` }
    // The signs that the expression lets through are the four.
    terms.push({ qualifier: sign as SpfTerm['qualifier'], name: name.toLowerCase(), value })
  }
  return terms
}

/**
 * Reads the record of a domain and of all that it includes, as a receiver does.
 *
 * @returns undefined where there is none
 * @throws NamesUnavailable
 */
export async function readSpf(domain: string, names: NameQueries): Promise<Read<Spf> | undefined> {
  const record = spfRecord(await names.txt(domain))
  if (record === undefined || typeof record !== 'string') return record
  const count = { lookups: 0 }
  const found = await follow(record, [domain.toLowerCase()], count, names)
  return 'fault' in found ? found : { record, lookups: count.lookups, ...found }
}

type Followed = Read<Pick<Spf, 'others' | 'includes'>>

async function follow(
  record: string,
  above: readonly string[],
  count: { lookups: number },
  names: NameQueries,
): Promise<Followed> {
  const terms = spfTerms(record)
  if ('fault' in terms) return terms
  const includes: string[] = []
  let others = terms.find(({ name }) => name === 'all')?.qualifier
  for (const { name, value } of terms) {
    // What stands after `all` is not read, and no redirection beside it (RFC 7208, 5.1 and 6.1).
    if (name === 'all' || (name === 'redirect' && others)) {
      if (name === 'all') break
      continue
    }
    if (!lookingUp.has(name)) continue
    count.lookups += 1
    if (count.lookups > mostLookups)
      return {
        fault: `the SPF record takes more than ${mostLookups} lookups, and receivers take that for none`,
      }
    // A macro is filled for each message: what it leads to cannot be told.
    if ((name !== 'include' && name !== 'redirect') || value.includes('%')) continue
    const within = await includedBy(value.toLowerCase(), above, count, names)
    if ('fault' in within) return within
    if (name === 'include') includes.push(value, ...within.includes)
    else others = within.others
  }
  return { others, includes }
}

async function includedBy(
  domain: string,
  above: readonly string[],
  count: { lookups: number },
  names: NameQueries,
): Promise<Followed> {
  if (above.includes(domain)) return { fault: `the SPF record includes itself, by ${domain}` }
  const record = spfRecord(await names.txt(domain))
  if (record === undefined)
    return { fault: `the SPF record includes ${domain}, which has none, and receivers take that for broken` }
  return typeof record === 'string' ? follow(record, [...above, domain], count, names) : record
}
