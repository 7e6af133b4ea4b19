import { type AddressInfo, createServer, type Socket } from 'node:net'
import { seeded } from './seeded.js'

/** What a server made of a message. */
export interface Fate {
  /** It came whole, and was kept: by a good answer, or by one that was never given. */
  readonly kept: boolean
  /** The server has said so. */
  readonly told: boolean
  readonly raw: string
}

/** A mail server that does anything at any time, and knows what it has kept. */
export interface RandomMailServer {
  readonly port: number
  /** By the address of the reader, all that came whole. */
  readonly fates: ReadonlyMap<string, readonly Fate[]>
  close(): Promise<void>
}

/** How often something odd is done at each step. */
const oddness = 0.12

const refusals = [
  '421 later',
  '450 not now',
  '451 4.7.1 greylisted',
  '454 slow',
  '550 5.1.1 nobody',
  '552 5.2.2 full',
  '554 no',
]
const nonsense = [
  'what?',
  '250',
  '999 x',
  '',
  '250-',
  '220 hello',
  '354 go on',
  '\u0000\u00ff',
  '25',
  '-250 ok',
]

export async function startRandomServer(seed: number): Promise<RandomMailServer> {
  const random = seeded(seed)
  const fates = new Map<string, Fate[]>()
  const sockets = new Set<Socket>()
  const choice = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

  /** Does something odd, or says what is right. @returns the line that was said; undefined where none was */
  function answer(socket: Socket, right: string, hangs = true): string | undefined {
    const chance = random()
    if (chance >= oddness) return say(socket, right)
    const kind = Math.floor((chance / oddness) * (hangs ? 6 : 5))
    if (kind === 0) return void socket.end()
    if (kind === 1) return void socket.resetAndDestroy()
    if (kind === 2) return say(socket, choice(refusals))
    if (kind === 3) return say(socket, choice(nonsense))
    if (kind === 4) {
      // In pieces, as a slow network has it.
      const cut = Math.floor(random() * right.length)
      socket.write(right.slice(0, cut))
      setTimeout(() => socket.write(`${right.slice(cut)}\r\n`), 5).unref()
      return right
    }
    return undefined
  }

  function say(socket: Socket, line: string): string {
    socket.write(`${line}\r\n`)
    return line
  }

  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    let text = ''
    let reader = ''
    let isMessage = false
    answer(socket, '220 random.example')
    socket.on('data', chunk => {
      text += chunk.toString('latin1')
      for (;;) {
        if (isMessage && random() < 0.03)
          return void (random() < 0.5 ? socket.end() : socket.resetAndDestroy())
        const end = isMessage && !text.startsWith('.\r\n') ? '\r\n.\r\n' : '\r\n'
        const at = text.indexOf(end)
        if (at < 0) return
        const part = text.slice(0, at)
        text = text.slice(at + end.length)
        if (isMessage) {
          isMessage = false
          const said = answer(socket, '250 taken')
          const refused = said !== undefined && /^[45]\d\d /.test(said)
          const raw = `${part}\r\n`.replace(/(^|\r\n)\./g, '$1')
          const before = fates.get(reader) ?? []
          if (part !== '.')
            fates.set(reader, [...before, { kept: !refused, told: /^250(?: |$)/.test(said ?? ''), raw }])
          continue
        }
        const verb = part.slice(0, 4).toUpperCase()
        if (verb === 'RCPT') reader = /<(.*)>/.exec(part)?.[1] ?? ''
        if (verb === 'DATA') isMessage = answer(socket, '354 go on') === '354 go on'
        else if (verb === 'EHLO')
          answer(socket, random() < 0.5 ? '250 PIPELINING' : '250-random.example\r\n250 PIPELINING')
        else if (verb === 'QUIT') socket.end('221 bye\r\n')
        else answer(socket, '250 ok')
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    fates,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
