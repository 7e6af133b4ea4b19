import { plainWords } from '../../send/policy/reply.js'
import { verdictOfService } from '../../send/policy/service-verdict.js'
import { type OutgoingMessage, type Transport, TransportRefused, type Verdict } from '../../send/transport.js'
import type { Transporter } from '../../send/transporter.js'

/** How a transporter is used. */
export interface TransporterOptions {
  /** Messages that are given to it at once. */
  readonly connections: number
  /** Milliseconds until a message is given up that it does not answer for; 20 minutes by default. */
  readonly patience?: number
}

/** Messages by a transporter of nodemailer. @param name as people are told of it */
export function nodemailerTransport(
  transporter: Transporter,
  name: string,
  { connections, patience = 1_200_000 }: TransporterOptions,
): Transport {
  return {
    name,
    connections,
    async verify() {
      if (!transporter.verify) return
      try {
        await within(patience, transporter.verify())
      } catch (error) {
        const verdict = verdictOfService(error)
        throw new TransportRefused(`${name}: ${'reason' in verdict ? verdict.reason : ''}`)
      }
    },
    channel: () => ({
      send: message => send(transporter, message, patience),
      async close() {},
    }),
  }
}

async function send(
  transporter: Transporter,
  { envelope, raw }: OutgoingMessage,
  patience: number,
): Promise<Verdict> {
  try {
    const message = { envelope: { from: envelope.from, to: [envelope.to] }, raw }
    return verdictOfInfo(await within(patience, transporter.sendMail(message)))
  } catch (error) {
    return verdictOfService(error)
  }
}

function verdictOfInfo(info: unknown): Verdict {
  const { response, messageId, rejected } = Object(info) as Readonly<Record<string, unknown>>
  const said = plainWords(
    typeof response === 'string' ? response : typeof messageId === 'string' ? messageId : 'taken',
  )
  return Array.isArray(rejected) && rejected.length > 0
    ? { kind: 'failed', noMailbox: false, reason: said }
    : { kind: 'sent', response: said }
}

/** What never answers would hold up the launch for good. */
function within<T>(milliseconds: number, promised: Promise<T> | T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`No answer within ${milliseconds / 1000} s`)),
      milliseconds,
    )
    Promise.resolve(promised)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
