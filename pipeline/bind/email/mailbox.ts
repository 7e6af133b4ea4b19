import { domainToASCII } from 'node:url'
import { phrase } from './phrase.js'

/**
 * A sender as a header has it (RFC 5322, 3.4). Nothing in the name can end it: a comma or a colon would otherwise begin
 * another address, or a group.
 *
 * @param written an address, or a name with one in angle brackets; the name may be quoted already
 */
export function mailbox(written: string): string {
  const [, name = '', bracketed] = /^(.*?)\s*<([^<>]*)>$/s.exec(written) ?? []
  const address = bracketed ?? written
  const whole = addressSpec(address)
  return name === '' ? whole : `${phrase(unquoted(name))} <${whole}>`
}

/** An address alone as a header has it (RFC 5322, 3.4.1): its domain in ASCII, its local part quoted where it must be. */
export function addressSpec(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  return `${localPart(address.slice(0, at))}@${domainToASCII(domain) || domain}`
}

/** A quoted string's text (RFC 5322, 3.2.4); any other as it is. */
const unquoted = (name: string) =>
  /^"(?:[^"\\]|\\.)*"$/.test(name) ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name

/** What is no dot-atom is quoted (RFC 5322, 3.4.1). */
const localPart = (local: string) =>
  /^[^\s"(),.:;<>@[\\\]]+(?:\.[^\s"(),.:;<>@[\\\]]+)*$/.test(local) || /^"(?:[^"\\]|\\.)*"$/.test(local)
    ? local
    : `"${local.replace(/["\\]/g, '\\$&')}"`
