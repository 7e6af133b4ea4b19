import type { Finding } from '../../finding.js'
import type { DkimSettings } from '../settings.js'
import { dkimRecord, dkimRecordFor, isPair, shortKey, signingKey } from './dkim-record.js'
import { readDmarc } from './dmarc.js'
import { domainOf, isAligned, type NameQueries, NamesUnavailable, registeredDomain } from './names.js'
import type { Sender } from './sender.js'
import { mostLookups, readSpf } from './spf.js'

/** What the names of the network say of the sender: what receivers judge a message by before they read it. */
export async function checkNames(
  { from, settings, signingKey }: Sender,
  names: NameQueries,
): Promise<Finding[]> {
  const sender = from === undefined ? undefined : domainOf(from)
  const envelope = settings.bounces === undefined ? sender : domainOf(settings.bounces)
  const { dkim, smtp } = settings
  const checks: Promise<Finding>[] = [told('dkim', () => checkDkim(dkim, signingKey, names))]
  if (envelope !== undefined) checks.unshift(told('spf', () => checkSpf(envelope, smtp?.host, names)))
  if (sender !== undefined) checks.push(told('dmarc', () => checkDmarc(sender, names)))
  if (sender !== undefined && envelope !== undefined)
    checks.push(told('alignment', () => checkAlignment(sender, envelope, dkim, names)))
  if (sender !== undefined) checks.push(told('mail to from', () => checkMail('mail to from', sender, names)))
  if (envelope !== undefined && envelope !== sender)
    checks.push(told('mail to bounces', () => checkMail('mail to bounces', envelope, names)))
  return Promise.all(checks)
}

/** What a check comes to, also where nobody answers. */
async function told(name: string, check: () => Promise<Finding>): Promise<Finding> {
  try {
    return await check()
  } catch (error) {
    if (!(error instanceof NamesUnavailable)) throw error
    return {
      name,
      state: 'optional',
      says: `cannot be told: ${error.message}`,
      mend: 'see whether this machine reaches a server of names, and try again',
    }
  }
}

/** @param domain of the envelope: SPF is asked of no other (RFC 7208, 2.4) */
async function checkSpf(domain: string, server: string | undefined, names: NameQueries): Promise<Finding> {
  const name = 'spf'
  const spf = await readSpf(domain, names)
  if (!spf) {
    return {
      name,
      state: 'missing',
      says: `${domain} has no SPF record`,
      mend: `publish a TXT record at ${domain}, such as "v=spf1 include:<what your mail service names> -all"`,
    }
  }
  if ('fault' in spf) {
    return {
      name,
      state: 'missing',
      says: `${domain}: ${spf.fault}`,
      mend: `correct the TXT record at ${domain}`,
    }
  }
  const { others, lookups, includes } = spf
  const has = `${domain} has one, ${lookups} of ${mostLookups} lookups`
  if (others !== '-' && others !== '~') {
    return {
      name,
      state: others === '+' ? 'missing' : 'optional',
      says: `${has}, and ${others === '+' ? 'allows every server of the world' : 'says nothing against other servers'}`,
      mend: 'end the record with -all, or with ~all for a start',
    }
  }
  return { name, state: 'good', says: `${has}, ends in ${others}all; ${coverage(server, includes)}` }
}

/** What a mail server sends goes out from addresses that only whoever runs it knows. */
function coverage(server: string | undefined, includes: readonly string[]): string {
  if (server === undefined) return 'whether it names the server that sends cannot be told without one'
  const its = includes.find(domain => registeredDomain(domain) === registeredDomain(server))
  return its === undefined
    ? `whether it names the addresses that ${server} sends from cannot be told from here: see \`spf=\` in the header Authentication-Results of a test`
    : `it includes ${its}, of the domain of ${server}`
}

async function checkDkim(
  dkim: DkimSettings | undefined,
  pem: string | undefined,
  names: NameQueries,
): Promise<Finding> {
  const name = 'dkim'
  if (!dkim) {
    return {
      name,
      state: 'optional',
      says: 'messages are not signed here; whether the mail server does cannot be told',
      mend: 'add `sending.dkim`, or see `dkim=` in the header Authentication-Results of a test',
    }
  }
  const key = pem === undefined ? { fault: 'there is no private key' } : signingKey(pem)
  if ('fault' in key)
    return { name, state: 'missing', says: key.fault, mend: 'name its file in `sending.dkim.keyFile`' }
  const at = `${dkim.selector}._domainkey.${dkim.domain}`
  const record = dkimRecord(await names.txt(at))
  const publish = `publish this TXT record at ${at}: ${dkimRecordFor(key)}`
  if (!record) return { name, state: 'missing', says: `there is no key at ${at}`, mend: publish }
  if ('fault' in record) return { name, state: 'missing', says: `${at}: ${record.fault}`, mend: publish }
  if (!isPair(record.key, key))
    return { name, state: 'missing', says: `the key at ${at} is not the other half of yours`, mend: publish }
  const short = shortKey(key)
  if (short) {
    return {
      name,
      state: short.isRefused ? 'missing' : 'optional',
      says: `the key has ${short.bits} bits, expected 2048`,
      mend: 'make a longer one, under a selector of its own',
    }
  }
  return record.isTrial
    ? {
        name,
        state: 'optional',
        says: `${at} says that the domain only tries signing (t=y)`,
        mend: 'take t=y out of the record',
      }
    : { name, state: 'good', says: `the key at ${at} is the other half of yours` }
}

async function checkDmarc(from: string, names: NameQueries): Promise<Finding> {
  const name = 'dmarc'
  const dmarc = await readDmarc(from, names)
  const publish = `publish a TXT record at _dmarc.${from}: v=DMARC1; p=none; rua=mailto:<where reports are read>`
  if (!dmarc) {
    return {
      name,
      state: 'missing',
      says: `${from} has no DMARC record, and Gmail and Yahoo want one of who sends to many`,
      mend: publish,
    }
  }
  if ('fault' in dmarc) return { name, state: 'missing', says: dmarc.fault, mend: publish }
  const says = `_dmarc.${dmarc.domain} has p=${dmarc.policy}`
  return dmarc.policy === 'none'
    ? {
        name,
        state: 'good',
        says: `${says}${dmarc.reports === undefined ? '' : `, reports go to ${dmarc.reports}`}; nobody is asked to refuse what others send in this name`,
      }
    : { name, state: 'good', says }
}

/** DMARC wants the domain of From to be shown by DKIM or by SPF; one of the two is enough (RFC 7489, 4.2). */
async function checkAlignment(
  from: string,
  envelope: string,
  dkim: DkimSettings | undefined,
  names: NameQueries,
): Promise<Finding> {
  const name = 'alignment'
  const found = await readDmarc(from, names)
  const modes = found && !('fault' in found) ? found : ({ dkim: 'relaxed', spf: 'relaxed' } as const)
  const bySignature = dkim !== undefined && isAligned(dkim.domain, from, modes.dkim)
  const byEnvelope = isAligned(envelope, from, modes.spf)
  if (bySignature && byEnvelope)
    return {
      name,
      state: 'good',
      says: `the signature and the envelope are ${from}’s${byRule(from, dkim.domain, envelope)}`,
    }
  if (bySignature) {
    return {
      name,
      state: 'good',
      says: `the signature is ${from}’s${byRule(from, dkim.domain)}; bounces are another’s, ${envelope}, which SPF shows`,
    }
  }
  if (byEnvelope) {
    const signs = dkim ? `the signature is another’s, ${dkim.domain}` : 'nothing is signed here'
    return {
      name,
      state: 'optional',
      says: `the envelope is ${from}’s${byRule(from, envelope)}; ${signs}, so that what is forwarded is not shown to be yours`,
      mend: `sign as ${from}: \`sending.dkim.domain\``,
    }
  }
  return {
    name,
    state: 'missing',
    says: `nothing shows that a message is ${from}’s: bounces go to ${envelope}${dkim ? `, ${dkim.domain} signs` : ', and nothing is signed here'}`,
    mend: `have \`sending.dkim.domain\` or the domain of \`sending.bounces\` be ${from}`,
  }
}

/** How it was told that other names are of one domain, where there are others. */
const byRule = (from: string, ...others: readonly string[]): string =>
  others.every(other => other.toLowerCase() === from)
    ? ''
    : `, by the simple rule that ${registeredDomain(from)} is the domain that was registered`

async function checkMail(name: string, domain: string, names: NameQueries): Promise<Finding> {
  const [first, ...others] = await names.mx(domain)
  if (first === '') {
    return {
      name,
      state: 'missing',
      says: `${domain} takes no mail (RFC 7505)`,
      mend: `publish an MX record at ${domain}, or take an address of another domain`,
    }
  }
  if (first !== undefined)
    return { name, state: 'good', says: `${domain} has ${[first, ...others].slice(0, 3).join(', ')}` }
  return (await names.addresses(domain)).length > 0
    ? {
        name,
        state: 'optional',
        says: `${domain} has no MX record: mail goes to the host itself`,
        mend: `publish an MX record at ${domain}`,
      }
    : {
        name,
        state: 'missing',
        says: `${domain} takes no mail: it has neither an MX record nor an address`,
        mend: `publish an MX record at ${domain}`,
      }
}
