import { intake, tallyInWords } from '../../bounces/take-in.js'
import { forgetUnconfirmed } from '../../readers/forget-unconfirmed.js'
import { letterPost } from '../../send/letter-post.js'
import { tokenVariable } from '../../send/remote/host.js'
import { TransportRefused } from '../../send/transport.js'
import { sendingApi } from '../../serve/api/sending-api.js'
import { readersApp } from '../../serve/app.js'
import { backlog } from '../../serve/backlog.js'
import { doDuties } from '../../serve/duties.js'
import { redacted } from '../../serve/redacted.js'
import { inlineMark } from '../../site/mark.js'
import { version } from '../../version.js'
import { CannotListen, serveHttp } from '../../world/http-server.js'
import { type ExitCode, exit, UsageError } from '../exit.js'
import { type Sending, withSending } from '../sending/open-sending.js'
import type { CommonOptions, Session } from '../session.js'

/** What `trifold readers serve` takes. */
export interface ServeOptions extends CommonOptions {
  readonly port?: string
  readonly bind?: string
  readonly proxies?: string
}

/** `trifold readers serve`: answers readers, sends launches when they are due, and reads bounces, until it is ended. */
export function serveReaders(options: ServeOptions, session: Session): Promise<ExitCode> {
  const { terminal, signal } = session
  const port = numberOf('--port', options.port ?? '8025', 65_535)
  const trustProxy = numberOf('--proxies', options.proxies ?? '0', 10)
  return withSending(options, session, async sending => {
    const { config, store, secret, world, transport, signer } = sending
    const { url } = config.sending
    if (url === undefined)
      throw new UsageError(
        'Set `sending.url` in the config to where this server answers for everybody, https://letters.example.org say.',
      )
    const log = (line: string) => terminal.info(line)
    const work = backlog(error => log(`What was to be done after an answer was not: ${redacted(error)}`))
    const hookToken = session.env.TRIFOLD_HOOK_TOKEN
    const token = session.env[tokenVariable]
    const mark = await inlineMark(config.publication, config.root, world.files)
    const api = (guard: string) =>
      sendingApi({ service: sending.service, token: guard, time: world.time, trustProxy, version: version() })
    const app = refusingTokens(() =>
      readersApp({
        readers: store.readers,
        secret,
        publication: config.publication,
        url,
        time: world.time,
        mail: letterPost({
          publication: config.publication,
          settings: config.sending,
          secret,
          transport,
          signer,
          time: world.time,
        }),
        backlog: work,
        log,
        mark,
        trustProxy,
        ledger: store.ledger,
        links: store.links,
        ...(hookToken ? { hookToken } : {}),
        ...(token ? { api: api(token) } : {}),
      }),
    )
    const server = await serveHttp({ fetch: app.fetch, host: options.bind ?? '127.0.0.1', port }).catch(
      (error: unknown) => {
        throw error instanceof CannotListen ? new UsageError(error.message) : error
      },
    )
    try {
      terminal.print(`Readers are answered at ${server.origin}, and find it at ${url}. Ctrl-C ends it.`)
      const duties = doDuties({
        due: store.ledger.due,
        send: sending.service.send,
        readBounces: bounceReader(sending, signal),
        forget: () => forgetUnconfirmed(store.readers, world.time()),
        wait: world.wait,
        signal,
        log,
      })
      await Promise.all([duties, tellOfLetters(sending, terminal)])
    } finally {
      await server.close()
      await work.idle()
    }
    terminal.info('Ended; what was under way has come to its end.')
    return exit.done
  })
}

/** @throws UsageError for a token that could be guessed */
function refusingTokens<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error
  }
}

/** Says what becomes of letters to those who subscribe, where they will not reach them. It may be so for a while. */
async function tellOfLetters(
  { config, transport }: Sending,
  { complain }: Pick<Session['terminal'], 'complain'>,
): Promise<void> {
  const { outbox } = config.sending
  if (outbox !== undefined)
    complain(`Letters are written to ${outbox} and reach nobody (\`sending.outbox\`).`)
  try {
    await (await transport()).verify()
  } catch (error) {
    if (!(error instanceof TransportRefused)) throw error
    complain(`Nobody can be sent the letter to confirm by, as it is now: ${error.message}`)
  }
}

/** Reads the mailbox once. */
export function bounceReader(
  { config, store, secret, world }: Sending,
  signal: AbortSignal,
): (() => Promise<string | undefined>) | undefined {
  const { mailbox } = config.sending
  if (!mailbox) return undefined
  return async () => {
    const { fetchBounces } = await import('../../world/mailbox.js')
    const box = intake(secret, { ...store, time: world.time })
    const count = await fetchBounces(mailbox, { world, handle: box.take, signal })
    return count === 0 ? undefined : tallyInWords(box.tally())
  }
}

/** `trifold readers bounces`: reads the mailbox of bounces once. */
export function readBounces(options: CommonOptions, session: Session): Promise<ExitCode> {
  return withSending(options, session, async sending => {
    const read = bounceReader(sending, session.signal)
    if (!read) throw new UsageError('There is no mailbox to read: set `sending.mailbox` in the config.')
    const { MailboxRefused } = await import('../../world/mailbox.js')
    try {
      session.terminal.print((await read()) ?? 'no new messages')
      return exit.done
    } catch (error) {
      throw error instanceof MailboxRefused ? new UsageError(error.message) : error
    }
  })
}

function numberOf(flag: string, written: string, most: number): number {
  const value = Number(written)
  if (!Number.isInteger(value) || value < 0 || value > most)
    throw new UsageError(`${flag}: expected a number from 0 to ${most}, found ${written}`)
  return value
}
