import type { EmailParts } from '../../../render/email/parts.js'
import { isAligned, senderDomain } from './alignment.js'
import { type DkimSigner, signedHeaders, signMessage } from './signer.js'
import { SignerRefused } from './signing-key.js'
import { verifySignature } from './verify-signature.js'

/** Has each header that is signed, spaces that both forms of a body treat otherwise, and lines that are empty. */
const probe = Buffer.from(
  [...signedHeaders.map(name => `${name}: a  probe`), '', ' A  probe ', '', '.', '', ''].join('\r\n'),
)

/**
 * Signs a probe and checks the signature against the public half of the key, before anything is sent: what is wrong with
 * a key would otherwise be seen by nobody but those who judge the mail.
 *
 * @param parts of the email that is to be signed
 * @returns what is weak about the signature, for people
 * @throws SignerRefused
 */
export async function checkSigner(
  signer: DkimSigner,
  parts?: Pick<EmailParts, 'headers'>,
): Promise<readonly string[]> {
  const signature = verifySignature(await signMessage(signer, probe), signer.publicKey)
  if (
    signature?.domain !== signer.domain ||
    signature.selector !== signer.selector ||
    signedHeaders.some(name => !signature.headers.includes(name.toLowerCase()))
  )
    throw new SignerRefused('The signature of a probe does not hold. Check the key of DKIM.')
  if (!parts || isAligned(signer.domain, parts)) return signer.warnings
  return [
    ...signer.warnings,
    `${signer.domain} signs, but the sender is at ${senderDomain(parts.headers)}: mail services that ask for DMARC do not count the signature. Let sending.dkim.domain be the domain of email.from.`,
  ]
}
