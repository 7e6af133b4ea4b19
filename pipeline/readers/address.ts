import { domainToASCII } from 'node:url'
import { codePoint, shown } from './shown.js'

/** The address of a mailbox that mail can be sent to, and what tells two of them apart. */
export interface Address {
  /** As it was written; a domain with other letters than ASCII's as DNS has it (IDNA, RFC 5891). */
  readonly email: string
  /** See `addressKey`. */
  readonly key: string
}

/** Why a text is not taken for an address: what was found, and what was expected. */
export interface AddressFault {
  readonly fault: string
}

/** RFC 5321, 4.5.3.1.1: octets before the sign. */
const longestLocal = 64
/** RFC 5321, 4.5.3.1.3: 256 octets of a path, less its two brackets. */
const longest = 254
/** RFC 1035, 2.3.4. */
const longestLabel = 63

/** RFC 5322, 3.2.3: atext, and full stops between (dot-atom). */
const dotAtom = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
/** RFC 5321, 4.1.2: sub-domain. */
const label = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i

/**
 * Reads one address, and nothing else: no name, no comment, no second one. White space around it is left out.
 *
 * Taken is what every mail server takes: a dot-atom, a sign, a domain with a full stop in it. What RFC 5321 allows
 * besides, and mailboxes do not have, is refused: quoted local parts and addresses of machines. What is taken holds no
 * space, comma, quote, bracket or control character, so it cannot become a second recipient or a second header.
 */
export function readAddress(written: string): Address | AddressFault {
  if (written.length > 4 * longest) return tooLong(written)
  const email = written.trim()
  if (email === '') return { fault: 'Unexpected empty address, expected one such as hester@example.org' }
  const hidden = /[\p{C}\p{Zl}\p{Zp}]/u.exec(email)
  if (hidden) {
    return {
      fault: `Unexpected character ${codePoint(hidden[0])} in ${shown(email)}, which cannot be seen; type the address anew`,
    }
  }
  const foreign = /[\s,;:"<>()[\]\\]/.exec(email)
  if (foreign) {
    return {
      fault: `Unexpected ${named(foreign[0])} in ${shown(email)}, expected one address and nothing else`,
    }
  }
  const sign = email.lastIndexOf('@')
  if (sign < 1 || sign !== email.indexOf('@') || sign === email.length - 1) {
    return { fault: `Unexpected ${shown(email)}, expected an address such as hester@example.org` }
  }
  return readParts(email, email.slice(0, sign), email.slice(sign + 1))
}

/**
 * What two readers may not share: the address in lower case. A local part can tell upper case from lower by the letter of
 * RFC 5321 (2.4), but no mail service for people does.
 */
export function addressKey(email: string): string {
  const read = readAddress(email)
  return 'key' in read ? read.key : lowerCase(email.trim())
}

function readParts(written: string, local: string, domain: string): Address | AddressFault {
  if (/[^ -~]/.test(local)) {
    return {
      fault: `Unexpected letters before the @ of ${shown(written)} that are not ASCII; many mail servers refuse them (SMTPUTF8, RFC 6531), ask the reader for another address`,
    }
  }
  if (!dotAtom.test(local)) {
    return {
      fault: `Unexpected ${shown(local)} before the @ of ${shown(written)}, expected letters, digits and single full stops between them`,
    }
  }
  const ascii = /^[ -~]*$/.test(domain) ? domain : domainToASCII(domain)
  const fault = domainFault(ascii)
  if (fault) return { fault: `Unexpected domain in ${shown(written)}, ${fault}` }
  const email = ascii === domain ? written : `${local}@${ascii}`
  return local.length > longestLocal || email.length > longest
    ? tooLong(written)
    : { email, key: lowerCase(email) }
}

function domainFault(domain: string): string | undefined {
  const labels = domain.split('.')
  if (labels.length < 2) return 'expected a full name such as example.org'
  if (labels.some(each => each.length > longestLabel)) {
    return `expected at most ${longestLabel} characters between full stops`
  }
  if (!labels.every(each => label.test(each))) {
    return 'expected letters, digits and hyphens with single full stops between them'
  }
  // A last label of digits is a machine's address; top-level domains are letters (RFC 3696, 2).
  return /^\d+$/.test(labels.at(-1) ?? '') ? 'expected a name, not the number of a machine' : undefined
}

const tooLong = (written: string): AddressFault => ({
  fault: `Unexpected length of ${shown(written)}, expected at most ${longestLocal} characters before the @ and ${longest} in all (RFC 5321, 4.5.3.1)`,
})

const named = (sign: string): string => (/\s/.test(sign) ? 'white space' : `"${sign}"`)

// Of ASCII alone: `toLowerCase` makes a k of the Kelvin sign, and so one address of two.
const lowerCase = (text: string): string => text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
