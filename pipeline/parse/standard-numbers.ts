/** A standard number in its canonical form, or why it is none. */
export type ReadNumber = { readonly value: string } | { readonly fault: string }

/**
 * Reads an ISBN, with or without hyphens: the thirteen digits (ISO 2108). One of ten digits becomes one of thirteen,
 * which is the only form that has been given out since 2007.
 */
export function readIsbn(written: string): ReadNumber {
  const digits = digitsOf(written.replace(/^urn:isbn:|^isbn(?:-1[03])?(?![0-9a-z])[:\s]*/i, ''))
  if (/^97[89]\d{10}$/.test(digits)) return thirteen(digits, written)
  if (/^\d{9}[\dX]$/.test(digits)) {
    if (sum(digits, place => 10 - place) % 11 === 0) {
      const body = `978${digits.slice(0, 9)}`
      return { value: body + checkDigit(body) }
    }
    const right = (11 - (sum(digits.slice(0, 9), place => 10 - place) % 11)) % 11
    return { fault: wrongDigit('ISBN', written, right === 10 ? 'X' : String(right)) }
  }
  return {
    fault: `expected an ISBN of 13 digits such as 978-0-00-000000-2, found "${shown(written)}"`,
  }
}

function thirteen(digits: string, written: string): ReadNumber {
  const right = checkDigit(digits.slice(0, 12))
  return digits.endsWith(right) ? { value: digits } : { fault: wrongDigit('ISBN', written, right) }
}

/** ISO 2108, annex C. */
const checkDigit = (twelve: string): string =>
  String((10 - (sum(twelve, place => (place % 2 === 0 ? 1 : 3)) % 10)) % 10)

/** Reads an ISSN: two groups of four, the last of them a check digit (ISO 3297, annex A). */
export function readIssn(written: string): ReadNumber {
  const digits = digitsOf(written.replace(/^urn:issn:|^(?:e-?)?issn(?:-l)?(?![0-9a-z])[:\s]*/i, ''))
  if (!/^\d{7}[\dX]$/.test(digits)) {
    return { fault: `expected an ISSN such as 1234-5679, found "${shown(written)}"` }
  }
  const rest = (11 - (sum(digits.slice(0, 7), place => 8 - place) % 11)) % 11
  const right = rest === 10 ? 'X' : String(rest)
  return digits.endsWith(right)
    ? { value: `${digits.slice(0, 4)}-${digits.slice(4)}` }
    : { fault: wrongDigit('ISSN', written, right) }
}

const digitsOf = (text: string): string => text.replace(/[\s\u2010-\u2013-]/g, '').toUpperCase()

const wrongDigit = (name: string, written: string, right: string): string =>
  `the check digit of the ${name} "${shown(written)}" is wrong, expected ${right} at its end; look for a mistyped digit`

const sum = (digits: string, weight: (place: number) => number): number =>
  [...digits].reduce((total, digit, place) => total + weight(place) * (digit === 'X' ? 10 : Number(digit)), 0)

const shown = (written: string): string => (written.length > 40 ? `${written.slice(0, 40)}...` : written)

const uuidForm = /^urn:uuid:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
// RFC 8141, 2: a namespace of 2 to 32 letters, digits and hyphens, then what it names.
const urnForm = /^urn:[a-z0-9][a-z0-9-]{1,31}:[\w().,:=@;$!*'%/?#+~&-]+$/i
const doiForm = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i

/** Reads what identifies a publication, as a URI: an ISBN, an ISSN, a DOI, a UUID, another URN, an address of the web. */
export function readIdentifier(written: string): ReadNumber {
  const expected = `expected an ISBN, an ISSN, a DOI, a URN or an address, found "${shown(written)}"`
  if (/^urn:uuid:/i.test(written)) {
    return uuidForm.test(written) ? { value: written.toLowerCase() } : { fault: expected }
  }
  if (/^(?:urn:isbn:|isbn)/i.test(written)) return named('urn:isbn:', readIsbn(written))
  if (/^(?:urn:issn:|e?-?issn)/i.test(written)) return named('urn:issn:', readIssn(written))
  if (doiForm.test(written)) return { value: doiAddress(written) }
  if (urnForm.test(written)) return { value: written }
  if (/^https?:\/\//i.test(written) && URL.canParse(written)) return { value: new URL(written).href }
  const digits = digitsOf(written)
  if (/^(?:97[89]\d{10}|\d{9}[\dX])$/.test(digits)) return named('urn:isbn:', readIsbn(written))
  if (/^\d{7}[\dX]$/.test(digits)) return named('urn:issn:', readIssn(written))
  return { fault: expected }
}

const named = (scheme: string, read: ReadNumber): ReadNumber =>
  'value' in read ? { value: scheme + read.value } : read

/** A DOI as the address that resolves it, which is how it is to be shown (DOI Handbook, 2.6.2). */
function doiAddress(written: string): string {
  const name = written.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
  return new URL(name.replace(/[?#]/g, encodeURIComponent), 'https://doi.org/').href
}
