import { oneLine } from '../../bind/email/fill.js'
import { addressSpec } from '../../bind/email/mailbox.js'
import { phrase } from '../../bind/email/phrase.js'

/** Whom a message is for. */
export interface Recipient {
  /** The address alone. */
  readonly email: string
  readonly name?: string | undefined
}

/** A message cannot be addressed to this reader, now or ever. */
export class AddressRefused extends Error {
  override name = 'AddressRefused'
}

/** Octets of an address (RFC 5321, 4.5.3.1.3, the angle brackets not counted). */
const longestAddress = 254

/**
 * A reader as the header `To` has them (RFC 5322, 3.4). Nothing in the name or the address can end it and begin another
 * address or another header.
 *
 * @throws AddressRefused where the address is none, or one that only mail servers with SMTPUTF8 (RFC 6531) take
 */
export function recipient({ email, name = '' }: Recipient): string {
  const address = addressSpec(email)
  if (address.length > longestAddress || !/^[^<>]+@[^<>]+$/.test(email) || !isAddress(address))
    throw new AddressRefused(
      `Expected an address of ASCII before the @ and a domain after it, at most ${longestAddress} characters. Correct it in the list.`,
    )
  const words = oneLine(name)
  return words === '' ? address : `${phrase(words)} <${address}>`
}

const isAddress = (address: string) =>
  /^[!-~](?:[ -~]*[!-~])?@(?:[\da-z](?:[\da-z.-]*[\da-z])?|\[[\da-z:.]+\])$/i.test(address)
