import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { plainWords } from '../../send/policy/reply.js'
import { type OutgoingMessage, type Transport, TransportRefused } from '../../send/transport.js'
import type { Files } from '../../world.js'

/**
 * A folder that messages are written to as files, whole or not at all, for a look at them or for another program that
 * sends them. The same message again is the same file.
 *
 * @param folder absolute; made where it is not there
 */
export function outboxTransport(folder: string, files: Pick<Files, 'write' | 'kind'>): Transport {
  return {
    name: folder,
    connections: 1,
    async verify() {
      if ((await files.kind(folder)) === 'file')
        throw new TransportRefused(
          `${folder} is a file, expected a folder; set sending.outbox to where messages may be written.`,
        )
    },
    channel: () => ({
      async send(message) {
        const file = fileOf(message)
        try {
          await files.write(join(folder, file), message.raw)
          return { kind: 'sent', response: `written to ${file}` }
        } catch (error) {
          // A disk that is full, or a folder that may not be written to, takes none of the others either.
          const reason = error instanceof Error ? error.message : String(error)
          return { kind: 'halted', reason: plainWords(`${folder} cannot be written to: ${reason}`) }
        }
      },
      async close() {},
    }),
  }
}

/** How far into a message its Message-ID is looked for. */
const head = 64 * 1024

/** The name of the file: of the Message-ID, which is the same for the same reader, or else of the whole message. */
function fileOf({ envelope, raw }: OutgoingMessage): string {
  const [headers = ''] = raw.subarray(0, head).toString('latin1').split('\r\n\r\n')
  const id = /^message-id:\s*(<[^\r\n<>]*>)/im.exec(headers)?.[1]
  const hash = createHash('sha256').update(id ?? raw)
  return `${hash.update(envelope.to).digest('hex').slice(0, 32)}.eml`
}
