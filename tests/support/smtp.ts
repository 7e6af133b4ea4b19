import type { AddressInfo } from 'node:net'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'

/** A mail server on this machine that keeps what it receives. */
export interface MailServer {
  /** Sends a message as it is, and gives it as it was received. */
  deliver(message: Uint8Array): Promise<Buffer>
  close(): Promise<void>
}

/** Starts a server of SMTP (RFC 5321) that listens to this machine alone. */
export async function startMailServer(): Promise<MailServer> {
  let received = Buffer.alloc(0)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', chunk => chunks.push(chunk))
      stream.on('end', () => {
        received = Buffer.concat(chunks)
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true })
  return {
    async deliver(message) {
      const envelope = { from: 'letters@example.org', to: ['reader@example.org'] }
      await transport.sendMail({ envelope, raw: Buffer.from(message) })
      return received
    },
    async close() {
      transport.close()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
