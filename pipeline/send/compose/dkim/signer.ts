import { createPublicKey, type KeyObject } from 'node:crypto'
import { domainToASCII } from 'node:url'
import DKIM from 'nodemailer/lib/dkim'
import { readSigningKey, SignerRefused } from './signing-key.js'

/** The headers that are signed. RFC 8058, 4 asks for the last two, of which nodemailer leaves one out by itself. */
export const signedHeaders = [
  'From',
  'To',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'Content-Language',
  'MIME-Version',
  'Content-Type',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
] as const

/** Signs messages for a domain (RFC 6376): `rsa-sha256`, `relaxed/relaxed`. */
export interface DkimSigner {
  readonly domain: string
  readonly selector: string
  /** What is weak about the key, for people. */
  readonly warnings: readonly string[]
  readonly publicKey: KeyObject
  readonly dkim: DKIM
}

/** @throws SignerRefused where the key, the domain or the selector is none */
export function dkimSigner(options: {
  readonly domain: string
  readonly selector: string
  readonly privateKey: KeyObject | string
}): DkimSigner {
  const domain = domainToASCII(options.domain)
  const { selector } = options
  if (!/^[\da-z-]+(?:\.[\da-z-]+)+$/.test(domain))
    throw new SignerRefused(
      `Expected the domain that signs, example.org say, not ${JSON.stringify(options.domain)}. Correct sending.dkim.domain.`,
    )
  if (!/^[\w-]+(?:\.[\w-]+)*$/.test(selector))
    throw new SignerRefused(
      `Expected a selector, trifold say, not ${JSON.stringify(selector)}. Correct sending.dkim.selector.`,
    )
  const { key, warnings } = readSigningKey(options.privateKey)
  const dkim = new DKIM({
    domainName: domain,
    keySelector: selector,
    // Not as PEM, which would be parsed for each message.
    privateKey: key,
    headerFieldNames: signedHeaders.join(':'),
  })
  return { domain, selector, warnings, publicKey: createPublicKey(key), dkim }
}

/**
 * The message with its signature before it.
 *
 * @param message lines that end in CRLF
 * @throws SignerRefused where it could not be signed, which nodemailer would send as it is
 */
export async function signMessage(signer: DkimSigner, message: Buffer): Promise<Buffer> {
  const signed = await whole(signer.dkim.sign(message)).catch(reason => {
    throw new SignerRefused(`A message could not be signed: ${reason}. Check the key of DKIM.`)
  })
  const signature = signed.subarray(0, signed.length - message.length).toString('latin1')
  if (
    !/^DKIM-Signature: v=1;[\s\S]*;\s+b=[\s\da-z+/=]+\r\n$/i.test(signature) ||
    !signed.subarray(signed.length - message.length).equals(message)
  )
    throw new SignerRefused('A message came back without a signature. Check the key of DKIM.')
  return signed
}

/** Node's own `buffer` goes through a Blob, which takes a third as long as the signature. */
async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What stands in DNS so that the signatures can be checked (RFC 6376, 3.6.1): the name and the text of a TXT record. */
export const dkimRecord = ({ domain, selector, publicKey }: DkimSigner): { name: string; text: string } => ({
  name: `${selector}._domainkey.${domain}`,
  text: `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`,
})
