import type { ImapFlow } from 'imapflow'
import { oneLine } from '../bounces/one-line.js'
import { readOfMessage } from '../bounces/read-bounce.js'
import type { MailServer } from '../send/settings.js'
import type { World } from '../world.js'

/** The mailbox cannot be read. The message tells a person what to do, and holds no password. */
export class MailboxRefused extends Error {
  override name = 'MailboxRefused'
}

/** How a mailbox is read. */
export interface MailboxReading {
  /** Where `TRIFOLD_IMAP_USER` and `TRIFOLD_IMAP_PASSWORD` are, and the file of the password. */
  readonly world: Pick<World, 'env' | 'files'>
  /**
   * Takes a message, at most `readOfMessage` bytes of it. When it resolves the message is marked as read; where it rejects
   * the reading ends, and the message is there the next time.
   */
  handle(raw: Uint8Array): Promise<void>
  readonly signal?: AbortSignal
  /** Certificates in PEM that are trusted besides the system's. */
  readonly ca?: string
}

/** Milliseconds until a server that says nothing is given up. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 15_000, socketTimeout: 60_000 }

/**
 * What one answer may hold, in bytes: a piece of a message, or the numbers of a million of them. Of what is not written
 * here the parser allows far more than a small machine has.
 */
const bounds = {
  maxLiteralSize: 2 * readOfMessage,
  maxResponseSize: 16 * 1024 * 1024,
  maxLineLength: 12 * 1024 * 1024,
  maxResponseTokens: 100_000,
}

/**
 * Has each message handled that nobody has read, one after another, the oldest first, and marks it as read when that is
 * done (IMAP, RFC 9051). What was handled and not marked, because the process was killed between the two, is handled once
 * more. Messages stay where they are.
 *
 * Over TLS, checked, in every case but of a server on this machine.
 *
 * @returns how many there were
 * @throws MailboxRefused, what `handle` throws, or the signal's reason
 */
export async function fetchBounces(
  mailbox: MailServer & { readonly folder: string },
  reading: MailboxReading,
): Promise<number> {
  const { signal } = reading
  signal?.throwIfAborted()
  const name = `${mailbox.host}:${mailbox.port}`
  if (mailbox.tls === 'none' && !isThisMachine(mailbox.host)) {
    throw new MailboxRefused(
      `${name} is not on this machine, and \`mailbox.tls\` is none: the password would be read on its way. Set it to implicit or starttls`,
    )
  }
  const auth = await credentials(mailbox, reading.world)
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host: mailbox.host,
    port: mailbox.port,
    secure: mailbox.tls === 'implicit',
    doSTARTTLS: mailbox.tls === 'starttls',
    auth: { user: auth.user, pass: auth.password },
    tls: { minVersion: 'TLSv1.2', ...(reading.ca === undefined ? {} : { ca: reading.ca }) },
    logger: false,
    disableAutoIdle: true,
    ...patience,
    ...bounds,
  })
  // A connection that is lost is met where something is asked of it; without a listener the process would end.
  client.on('error', () => undefined)
  const stop = () => client.close()
  signal?.addEventListener('abort', stop)
  try {
    await client.connect()
    await client.mailboxOpen(mailbox.folder)
    return await handleUnseen(client, reading)
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof Handled ? error.cause : refused(error, mailbox, auth.password)
  } finally {
    signal?.removeEventListener('abort', stop)
    await client.logout().catch(() => undefined)
    client.close()
  }
}

/** What the handler threw, which is no fault of the mailbox. */
class Handled extends Error {}

async function handleUnseen(client: ImapFlow, { handle, signal }: MailboxReading): Promise<number> {
  const found = await client.search({ seen: false }, { uid: true })
  if (!found) throw new MailboxRefused('it does not say which messages are new')
  let count = 0
  for (const uid of found.sort((a, b) => a - b)) {
    signal?.throwIfAborted()
    const source = { start: 0, maxLength: readOfMessage }
    const message = await client.fetchOne(String(uid), { source }, { uid: true })
    // Another program has taken it away.
    if (!message) continue
    await handle(message.source ?? new Uint8Array()).catch((cause: unknown) => {
      throw new Handled('', { cause })
    })
    if (!(await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })))
      throw new MailboxRefused('it does not let messages be marked as read')
    count += 1
  }
  return count
}

interface Credentials {
  readonly user: string
  readonly password: string
}

async function credentials(
  { user: written, passwordFile }: MailServer,
  { env, files }: MailboxReading['world'],
): Promise<Credentials> {
  const user = env.TRIFOLD_IMAP_USER || written
  if (!user)
    throw new MailboxRefused(
      'Nobody is named to sign in to the mailbox: set TRIFOLD_IMAP_USER or `mailbox.user`',
    )
  if (env.TRIFOLD_IMAP_PASSWORD) return { user, password: env.TRIFOLD_IMAP_PASSWORD }
  if (passwordFile === undefined) {
    throw new MailboxRefused(
      'There is no password for the mailbox: set TRIFOLD_IMAP_PASSWORD, or name a file that holds it in `mailbox.passwordFile`',
    )
  }
  const bytes = await files.read(passwordFile).catch((error: NodeJS.ErrnoException) => {
    throw new MailboxRefused(`The password of the mailbox cannot be read: ${passwordFile} (${error.code})`)
  })
  const password = new TextDecoder().decode(bytes).replace(/\r?\n$/, '')
  if (password === '') throw new MailboxRefused(`The password of the mailbox is empty: ${passwordFile}`)
  return { user, password }
}

/** What imapflow says of an error, besides its message. */
interface Fault {
  readonly code?: unknown
  readonly authenticationFailed?: unknown
  readonly mailboxMissing?: unknown
  readonly response?: unknown
  readonly responseText?: unknown
}

function refused(error: unknown, mailbox: MailServer & { readonly folder: string }, password: string) {
  const name = `${mailbox.host}:${mailbox.port}`
  const { code, authenticationFailed, mailboxMissing, response, responseText }: Fault =
    typeof error === 'object' && error !== null ? error : {}
  const words = [responseText, response, error instanceof Error ? error.message : error].find(
    text => typeof text === 'string',
  )
  // A server may give back what it was sent.
  const said = oneLine(String(words ?? code).replaceAll(password, '…')) ?? 'no reason was given'
  if (error instanceof MailboxRefused)
    return new MailboxRefused(`The mailbox at ${name} cannot be used: ${said}`)
  if (authenticationFailed) {
    return new MailboxRefused(
      `${name} refused the user or the password: ${said}. Correct TRIFOLD_IMAP_USER and TRIFOLD_IMAP_PASSWORD, or \`mailbox\` in the config`,
    )
  }
  if (mailboxMissing)
    return new MailboxRefused(`${name} has no folder ${mailbox.folder}. Correct \`mailbox.folder\``)
  const mend = /CERT|SELF_SIGNED|VERIFY|ALTNAME/.test(String(code))
    ? 'Expected a certificate for this name that the system trusts'
    : 'Look at the host, the port and `tls` of `mailbox`'
  return new MailboxRefused(`The mailbox at ${name} cannot be read: ${said}. ${mend}`)
}

/** Whether a host is this machine by its name alone. */
const isThisMachine = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i.test(host)
