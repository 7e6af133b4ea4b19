import { setImmediate as afterReplies } from 'node:timers/promises'
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import type { Fault, Progress } from '../../send/policy/verdict.js'
import type { OutgoingMessage } from '../../send/transport.js'
import type { Credentials } from './credentials.js'
import { isLoopback } from './loopback.js'
import { watchedMessage } from './watched-message.js'

/** How long a server may take, in milliseconds. */
export interface SmtpLimits {
  /** Until the connection is made, greeted, encrypted and signed in. */
  readonly opening: number
  /** Between two signs of life; RFC 5321, 4.5.3.2.6, grants ten minutes for the answer to a message. */
  readonly silence: number
  /** For one message from its sender's address to the answer, however steadily it drips. */
  readonly message: number
  /** From our goodbye to the end of the connection. */
  readonly goodbye: number
}

export const smtpLimits: SmtpLimits = {
  opening: 120_000,
  silence: 600_000,
  message: 1_200_000,
  goodbye: 2_000,
}

/** How a connection is made. */
export interface SessionOptions {
  readonly host: string
  readonly port: number
  readonly tls: 'implicit' | 'starttls' | 'none'
  /** Certificates of the authorities that are trusted, as PEM; Node's own where undefined. */
  readonly authorities?: string | undefined
  readonly credentials?: Credentials | undefined
  readonly limits: SmtpLimits
}

/** What came of something that was asked of a server. */
export type Outcome<T> = { readonly value: T } | { readonly fault: Fault }

/** One connection to a mail server, signed in. */
export interface Session {
  isOpen(): boolean
  /** Gives the server's answer, or what went wrong and how far the message had gone. Never rejects. */
  send(message: OutgoingMessage): Promise<{ response: string } | { fault: Fault; progress: Progress }>
  /** Forgets a message that was refused (RFC 5321, 4.1.1.5). @returns whether the connection can be used */
  reset(): Promise<boolean>
  /** Says goodbye, and waits a moment for the answer. Never rejects. */
  quit(): Promise<void>
  /** Ends it without a word. */
  drop(): void
}

/** The longest reply that is taken: an honest one has some hundred characters. */
const longestReply = 64 * 1024

/** Opens a connection and signs in. Never rejects. */
export async function openSession(options: SessionOptions): Promise<Outcome<Session>> {
  const { limits, credentials, tls } = options
  const connection = new SMTPConnection(connectionOptions(options))
  // An error that nobody listens to would end the process; whoever asked for something is told by its own listener.
  connection.on('error', () => undefined)
  const opened = await settled<unknown>(connection, limits.opening, done => {
    connection.connect(error => {
      const fault = error ?? (tls === 'none' ? notOfThisMachine(connection) : notEncrypted(connection))
      if (fault || !credentials) return done(fault)
      if (!connection.allowsAuth)
        return done({ code: 'EAUTH', message: 'The server offers no way to sign in' })
      connection.login({ user: credentials.user, pass: credentials.password }, done)
    })
  })
  if ('fault' in opened) {
    connection.close()
    return opened
  }
  return { value: sessionOf(connection, limits) }
}

function sessionOf(connection: SMTPConnection, limits: SmtpLimits): Session {
  return {
    isOpen: () => !connection.destroyed,
    async send({ envelope, raw }) {
      const { stream, progress } = watchedMessage(raw, () => notWanted(connection.lastServerResponse || ''))
      const asked = { from: envelope.from, to: [envelope.to], size: raw.length }
      const outcome = await settled<{ response: string }>(connection, limits.message, done =>
        connection.send(asked, stream, done),
      )
      if ('fault' in outcome) return { ...outcome, progress: progress() }
      const { response } = outcome.value
      if (progress() !== 'all' || !isTaken(response)) {
        connection.close()
        const message = `Unexpected answer, or one before the whole message was there: ${response}`
        return { fault: { code: 'EPROTOCOL', message }, progress: progress() }
      }
      // A reply too many ends the connection, where the next message would take it for its own.
      await afterReplies()
      return { response }
    },
    async reset() {
      return 'value' in (await settled(connection, limits.opening, done => connection.reset(done)))
    },
    async quit() {
      if (!connection.destroyed) await settled(connection, limits.goodbye, () => connection.quit())
      connection.close()
    },
    drop: () => connection.close(),
  }
}

/** A server that wants a message says 354 (RFC 5321, 4.1.1.4). Another would take its lines for commands, and answer each. */
const notWanted = (response: string): string | undefined =>
  response.startsWith('354') ? undefined : `Unexpected answer to DATA: ${response}`

/**
 * What a server says that has taken a message begins with 250 (RFC 5321, 4.3.2); some write 251 or 252. One whose lines
 * contradict each other has not said it.
 */
const isTaken = (response: string): boolean =>
  response.split(/\r?\n/).every(line => /^25[012](?![\d.])/.test(line))

const connectionOptions = ({
  host,
  port,
  tls,
  authorities,
  limits,
}: SessionOptions): SMTPConnectionOptions => ({
  host,
  port,
  secure: tls === 'implicit',
  requireTLS: tls === 'starttls',
  ignoreTLS: tls === 'none',
  tls: { ...(authorities !== undefined && { ca: authorities }) },
  connectionTimeout: limits.opening,
  greetingTimeout: limits.opening,
  dnsTimeout: limits.opening,
  socketTimeout: limits.silence,
  socketCloseTimeout: limits.goodbye,
  maxResponseSize: longestReply,
  logger: false,
})

const notEncrypted = ({ secure }: SMTPConnection): Fault | undefined =>
  secure ? undefined : { code: 'EREQUIRETLS', message: 'The connection is not encrypted' }

/** The name was looked up before; it may have been given another address since. */
function notOfThisMachine({ _socket: socket }: SMTPConnection): Fault | undefined {
  const address = (socket ? socket.remoteAddress : undefined) ?? ''
  return isLoopback(address) ? undefined : { code: 'ECONFIG', message: `${address} is not this machine` }
}

/** Waits for what is told by a callback, an event or the clock, whichever is first: a connection that ends calls nobody back. */
function settled<T>(
  connection: SMTPConnection,
  milliseconds: number,
  start: (done: (fault?: Fault | null, value?: T) => void) => void,
): Promise<Outcome<T>> {
  return new Promise(resolve => {
    const finish = (outcome: Outcome<T>) => {
      clearTimeout(timer)
      connection.off('error', failed).off('end', ended)
      resolve(outcome)
    }
    const failed = (fault: Fault) => finish({ fault })
    // What ended it is told right after that it did.
    const ended = () =>
      setImmediate(() => finish({ fault: { code: 'ECONNECTION', message: 'Connection closed' } }))
    const timer = setTimeout(() => {
      finish({ fault: { code: 'ETIMEDOUT', message: `No end of it within ${milliseconds / 1000} s` } })
      connection.close()
    }, milliseconds)
    connection.on('error', failed).on('end', ended)
    // A callback that has no fault has its value; those of commands without one have nothing.
    try {
      start((fault, value) => finish(fault ? { fault } : { value: value as T }))
    } catch (error) {
      finish({ fault: { message: String(error) } })
    }
  })
}
