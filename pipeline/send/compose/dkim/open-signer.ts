import type { EmailParts } from '../../../render/email/parts.js'
import type { World } from '../../../world.js'
import type { DkimSettings } from '../../settings.js'
import { checkSigner } from './check-signer.js'
import { dkimSigner, signMessage } from './signer.js'
import { SignerRefused } from './signing-key.js'

/** The variable of the environment that a key may stand in, before the file that the config names. */
const variable = 'TRIFOLD_DKIM_KEY'

/** What signs messages. */
export interface Signing {
  /** @throws SignerRefused */
  sign(message: Buffer): Promise<Buffer>
  /** What is weak about the key or the domain, for people. */
  readonly warnings: readonly string[]
}

/**
 * What signs messages, tried before anything is sent.
 *
 * @param parts of the email, where it is known which
 * @throws SignerRefused where there is no key, or none that signs
 */
export async function openSigner(
  { domain, selector, keyFile }: DkimSettings,
  { env, files }: Pick<World, 'env' | 'files'>,
  parts?: EmailParts,
): Promise<Signing> {
  const signer = dkimSigner({
    domain,
    selector,
    privateKey: env[variable] || (await readKey(keyFile, files)),
  })
  const warnings = await checkSigner(signer, parts)
  return { sign: message => signMessage(signer, message), warnings }
}

async function readKey(path: string | undefined, files: World['files']): Promise<string> {
  if (path === undefined)
    throw new SignerRefused(`There is no key to sign with: set \`sending.dkim.keyFile\`, or ${variable}.`)
  try {
    return new TextDecoder().decode(await files.read(path))
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read'
    throw new SignerRefused(`The key to sign with, ${path}, cannot be read: ${reason}.`)
  }
}
