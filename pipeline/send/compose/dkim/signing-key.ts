import { createPrivateKey, type KeyObject } from 'node:crypto'

/** Messages cannot be signed. The message tells a person what to do, and holds nothing of the key. */
export class SignerRefused extends Error {
  override name = 'SignerRefused'
}

/** A key that messages are signed with. */
export interface SigningKey {
  readonly key: KeyObject
  /** What is weak about it, for people. */
  readonly warnings: readonly string[]
}

/** Bits of a key: below the first nobody may take a signature for one, and the second is what is to be made (RFC 8301, 3.2). */
const [fewestBits, usualBits] = [1024, 2048]

const howToMake = `openssl genrsa -out dkim.pem ${usualBits}`

/**
 * Reads a private key: parsed once, since parsing takes longer than signing.
 *
 * @throws SignerRefused
 */
export function readSigningKey(given: KeyObject | string): SigningKey {
  const key = typeof given === 'string' ? parsed(given) : given
  if (key.type !== 'private')
    throw new SignerRefused(
      `The key of DKIM is a ${key.type} one. Give the private key, whose PEM begins with -----BEGIN PRIVATE KEY-----.`,
    )
  if (key.asymmetricKeyType !== 'rsa')
    throw new SignerRefused(
      `The key of DKIM is of the kind ${key.asymmetricKeyType}, expected RSA: nodemailer, which signs, knows no other. Make one: ${howToMake}`,
    )
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < fewestBits)
    throw new SignerRefused(
      `The key of DKIM has ${bits} bits, and no mail service takes less than ${fewestBits} (RFC 8301). Make one: ${howToMake}`,
    )
  const warnings =
    bits < usualBits
      ? [`The key of DKIM has ${bits} bits, expected ${usualBits}. Make one: ${howToMake}`]
      : []
  return { key, warnings }
}

function parsed(pem: string): KeyObject {
  if (/BEGIN ENCRYPTED|Proc-Type: *4,ENCRYPTED/.test(pem))
    throw new SignerRefused(
      'The key of DKIM is locked by a passphrase. Give one without: openssl rsa -in dkim.pem -out unlocked.pem',
    )
  try {
    return createPrivateKey(pem)
  } catch {
    // What OpenSSL says of it tells nobody what to do.
    throw new SignerRefused(
      `The key of DKIM cannot be read, expected a private key as PEM. Make one: ${howToMake}`,
    )
  }
}
