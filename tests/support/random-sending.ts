import type { OutgoingMessage, Verdict } from '../../pipeline/send/transport.js'
import { startRandomServer } from './random-mail-server.js'
import { seeded } from './seeded.js'
import { transportTo } from './smtp-transport.js'

/** Where a verdict is not what the server knows. */
export interface Lie {
  readonly seed: number
  readonly to: string
  readonly says: string
  readonly verdict: Verdict
}

/** Sends messages to a server that does anything. @returns verdicts that are untrue, and how many there were of each kind */
export async function sendAtRandom(seed: number, messages: number) {
  const server = await startRandomServer(seed)
  const random = seeded(seed + 1)
  const limits = { opening: 150, silence: 100, message: 300, goodbye: 50 }
  const channel = transportTo(
    server.port,
    {},
    { limits, pace: { connections: 1, perConnection: 7 } },
  ).channel()
  const lies: Lie[] = []
  const kinds: Record<string, number> = {}
  for (let index = 0; index < messages; index++) {
    const to = `r${index}@example.org`
    const message = randomMessage(to, random)
    const verdict = await channel.send(message)
    kinds[verdict.kind] = (kinds[verdict.kind] ?? 0) + 1
    const fates = server.fates.get(to) ?? []
    const lie = (says: string) => lies.push({ seed, to, says, verdict })
    const kept = fates.filter(fate => fate.kept)
    if (kept.length > 1) lie('kept twice')
    if (kept.length > 0 && verdict.kind !== 'sent' && verdict.kind !== 'unknown') lie('kept, and tried again')
    if (verdict.kind === 'sent' && !kept.some(({ told }) => told)) lie('not said to be kept')
    if (verdict.kind === 'sent' && kept[0]?.raw !== message.raw.toString('latin1')) lie('kept otherwise')
  }
  await channel.close()
  await server.close()
  return { lies, kinds }
}

/** Lines of any beginning, short or far longer than the buffers of a connection. */
function randomMessage(to: string, random: () => number): OutgoingMessage {
  const lines = Array.from({ length: 1 + Math.floor(random() ** 4 * 3000) }, () => {
    const start = ['.', '..', 'From ', 'x', '', '.\t'][Math.floor(random() * 6)] ?? ''
    return start + 'y'.repeat(Math.floor(random() * 70))
  })
  const raw = Buffer.from(`Subject: Tides\r\nMessage-ID: <${to}>\r\n\r\n${lines.join('\r\n')}\r\nend\r\n`)
  return { envelope: { from: 'letters@example.org', to }, raw }
}
