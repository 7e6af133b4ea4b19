import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { type Read, readTags } from './names.js'

/** Bits of an RSA key below which receivers do not look at the signature, and those that it should have (RFC 8301, 3.2). */
const rsaBits = { least: 1024, advised: 2048 }

/** What a DKIM record says (RFC 6376, 3.6.1). */
export interface DkimRecord {
  readonly key: KeyObject
  /** Whether it says that the domain only tries signing (`t=y`): receivers then treat it as unsigned. */
  readonly isTrial: boolean
}

/** The key of a selector among the texts at its name; undefined where there is none. */
export function dkimRecord(texts: readonly string[]): Read<DkimRecord> | undefined {
  const records = texts.filter(text => /(?:^|;)\s*p\s*=/i.test(text))
  const [record] = records
  if (record === undefined) return undefined
  if (records.length > 1) return { fault: `there are ${records.length} keys at one selector, expected one` }
  const tags = readTags(record)
  const version = tags?.get('v')
  if (!tags || (version !== undefined && version !== 'DKIM1'))
    return { fault: 'the record is no list of tags that begins with v=DKIM1' }
  const written = (tags.get('p') ?? '').replace(/\s/g, '')
  if (written === '') return { fault: 'the key is withdrawn: its p= is empty' }
  const services = tags.get('s')
  if (services !== undefined && !/(?:^|:)\s*(?:\*|email)\s*(?:$|:)/.test(services))
    return { fault: `the key is for ${services} and not for email` }
  const hashes = tags.get('h')
  if (hashes !== undefined && !/(?:^|:)\s*sha256\s*(?:$|:)/i.test(hashes))
    return { fault: `the key allows ${hashes} and not sha256` }
  const key = publicKey(tags.get('k')?.toLowerCase() ?? 'rsa', Buffer.from(written, 'base64'))
  if (!key) return { fault: 'its p= is no key of the kind that k= says' }
  return { key, isTrial: /(?:^|:)\s*y\s*(?:$|:)/.test(tags.get('t') ?? '') }
}

/** The key of a record: RSA as either of two structures are written (erratum 3017 to RFC 6376), Ed25519 as its 32 bytes (RFC 8463). */
function publicKey(kind: string, bytes: Buffer): KeyObject | undefined {
  const ways =
    kind === 'ed25519'
      ? [
          () =>
            createPublicKey({
              key: { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') },
              format: 'jwk',
            }),
        ]
      : (['spki', 'pkcs1'] as const).map(type => () => createPublicKey({ key: bytes, format: 'der', type }))
  for (const way of ways) {
    try {
      const key = way()
      if (key.asymmetricKeyType === kind) return key
    } catch {
      // The next way, or none.
    }
  }
  return undefined
}

/** The private key that signs: RSA, as every receiver knows it. @param pem as its file has it; it is in no message */
export function signingKey(pem: string): Read<KeyObject> {
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'rsa'
      ? key
      : { fault: `the key is of the kind ${key.asymmetricKeyType}, expected rsa` }
  } catch {
    return { fault: 'the key is no private key in PEM without a password' }
  }
}

/** Whether a record has the other half of a private key. */
export const isPair = (record: KeyObject, privateKey: KeyObject): boolean =>
  createPublicKey(privateKey).equals(record)

/** What is to be said of a key's length; undefined where it is long enough. */
export function shortKey(key: KeyObject): { readonly isRefused: boolean; readonly bits: number } | undefined {
  const bits = key.asymmetricKeyDetails?.modulusLength
  return bits === undefined || bits >= rsaBits.advised ? undefined : { isRefused: bits < rsaBits.least, bits }
}

/** The record to publish for a private key of RSA. */
export const dkimRecordFor = (privateKey: KeyObject): string =>
  `v=DKIM1; k=rsa; p=${createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64')}`
