import { readFile, stat } from 'node:fs/promises'
import type { MailServer } from '../../send/settings.js'
import { TransportRefused } from '../../send/transport.js'

/** Who signs in. Never shown to anyone. */
export interface Credentials {
  readonly user: string
  readonly password: string
}

/** Where credentials are looked for. */
export interface CredentialSources {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Reads the file of a password. @throws an Error with `code` as Node's */
  readonly readFile?: (path: string) => Promise<{ readonly text: string; readonly isOpenToOthers: boolean }>
  /** Told, for people, what ought to be otherwise. */
  readonly warn?: (words: string) => void
}

/** What names the credentials of one server: variables of the environment, and the key of the config. */
export interface CredentialNames {
  readonly user: string
  readonly password: string
  readonly key: string
}

/** The names for the mail server that takes the messages. */
export const smtpNames: CredentialNames = {
  user: 'TRIFOLD_SMTP_USER',
  password: 'TRIFOLD_SMTP_PASSWORD',
  key: 'sending.smtp',
}

/**
 * Who signs in at a server: by the environment, and else by the config and the file that it names.
 *
 * @returns undefined where nobody does
 * @throws TransportRefused where there is a user without a password or the other way round
 */
export async function credentialsOf(
  server: Pick<MailServer, 'user' | 'passwordFile'>,
  names: CredentialNames,
  { env, readFile: read = readPassword, warn }: CredentialSources,
): Promise<Credentials | undefined> {
  const user = env[names.user] || server.user
  const fromEnv = env[names.password]
  const { passwordFile } = server
  if (!user) {
    if (!fromEnv && passwordFile === undefined) return undefined
    throw new TransportRefused(
      `There is a password, but nobody to sign in; set ${names.key}.user or ${names.user}.`,
    )
  }
  if (fromEnv) return { user, password: fromEnv }
  if (passwordFile === undefined)
    throw new TransportRefused(
      `There is no password for ${user}; set ${names.password}, or ${names.key}.passwordFile to a file that holds it.`,
    )
  const { text, isOpenToOthers } = await read(passwordFile).catch((error: unknown) => {
    throw new TransportRefused(
      `The file of the password cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    )
  })
  if (isOpenToOthers)
    warn?.(`${passwordFile}: others on this machine may read the password; chmod 600 keeps it from them.`)
  const password = text.replace(/\r?\n$/, '')
  if (password === '' || /[\0\r\n]/.test(password))
    throw new TransportRefused(`${passwordFile}: expected one line with the password and nothing else.`)
  return { user, password }
}

/** The most bytes that a file of a password may have. */
const longest = 4096

async function readPassword(path: string): Promise<{ text: string; isOpenToOthers: boolean }> {
  const { mode, size } = await stat(path)
  if (size > longest) throw new Error(`${path} holds ${size} bytes, expected a password`)
  // Windows has no such bits: Node makes them up.
  const isOpenToOthers = process.platform !== 'win32' && (mode & 0o077) !== 0
  return { text: await readFile(path, 'utf8'), isOpenToOthers }
}

/** The shortest secret that is looked for in others' words: a shorter one would be found in any of them. */
const shortest = 4

/** Takes what only we know out of others' words: servers have been seen to repeat what they were sent. */
export function withoutSecrets(words: string, credentials: Credentials | undefined): string {
  if (!credentials) return words
  const { user, password } = credentials
  return [`\0${user}\0${password}`, password]
    .flatMap(secret => [secret, Buffer.from(secret).toString('base64')])
    .filter(secret => secret.length >= shortest)
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), words)
}
