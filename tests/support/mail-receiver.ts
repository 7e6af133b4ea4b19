import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

const tls = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/send/tls', name), 'utf8')

/** The certificate of `localhost`, which signs itself. */
export const authorities = tls('localhost.crt')

/** A message as a server took it. */
export interface Received {
  readonly from: string
  readonly to: string
  readonly raw: string
}

/** A real mail server on this machine. */
export interface MailReceiver {
  readonly port: number
  readonly received: readonly Received[]
  /** Connections that were made so far, and those that are open. */
  connections(): { readonly made: number; readonly open: number }
  close(): Promise<void>
}

/** A refusal as smtp-server takes it. */
export const refusal = (response: string): Error =>
  Object.assign(new Error(response.slice(4)), { responseCode: Number(response.slice(0, 3)) })

/**
 * Starts a mail server of the package smtp-server, which takes all.
 *
 * @param certificate `localhost` or `other`
 */
export async function startReceiver(
  options: SMTPServerOptions = {},
  certificate = 'localhost',
): Promise<MailReceiver> {
  const received: Received[] = []
  const counts = { made: 0, open: 0 }
  const server = new SMTPServer({
    key: tls(`${certificate}.key`),
    cert: tls(`${certificate}.crt`),
    authOptional: true,
    closeTimeout: 100,
    onConnect(_session, done) {
      counts.made++
      counts.open++
      done()
    },
    onClose() {
      counts.open--
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const [to] = envelope.rcptTo
        received.push({ from, to: to?.address ?? '', raw: Buffer.concat(chunks).toString('latin1') })
        done(null, 'queued as 1')
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    connections: () => ({ ...counts }),
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
