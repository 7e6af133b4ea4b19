import { type AddressInfo, createServer, type Socket } from 'node:net'

/** What a server does: says something, or whatever it likes with the connection. */
export type Act = string | ((socket: Socket) => void)

/** How a server behaves; what is left out is as it should be. */
export interface Oddities {
  readonly greeting?: Act
  readonly EHLO?: Act
  readonly STARTTLS?: Act
  readonly AUTH?: Act
  readonly MAIL?: Act
  readonly RCPT?: Act
  readonly DATA?: Act
  readonly RSET?: Act
  readonly QUIT?: Act
  /** Once so many bytes of a message have come. */
  readonly within?: { readonly bytes: number; readonly act: Act }
  /** After the line with a full stop. */
  readonly message?: Act
  /** How many connections behave like this; all where undefined. */
  readonly connections?: number
}

const usual: Readonly<Record<string, string>> = {
  greeting: '220 odd.example ESMTP\r\n',
  EHLO: '250 odd.example\r\n',
  HELO: '250 odd.example\r\n',
  AUTH: '235 2.7.0 signed in\r\n',
  MAIL: '250 2.1.0 sender ok\r\n',
  RCPT: '250 2.1.5 reader ok\r\n',
  DATA: '354 go on\r\n',
  RSET: '250 2.0.0 forgotten\r\n',
  QUIT: '221 2.0.0 bye\r\n',
  message: '250 2.0.0 taken\r\n',
}

/** A mail server of our own that can do what no decent one does. */
export interface OddMailServer {
  readonly port: number
  /** How many connections were made. */
  connections(): number
  /** The commands that came, by their first word, `message` for each that came whole, `empty message`. */
  readonly heard: readonly string[]
  close(): Promise<void>
}

export async function startOddServer(oddities: Oddities): Promise<OddMailServer> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const server = createServer(socket => {
    const isOdd = connections++ < (oddities.connections ?? Number.POSITIVE_INFINITY)
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    const act = (what: string) => {
      const odd = isOdd ? oddities[what as keyof Oddities] : undefined
      if (typeof odd === 'function') odd(socket)
      else socket.write(typeof odd === 'string' ? odd : (usual[what] ?? '500 5.5.1 unknown command\r\n'))
    }
    let text = ''
    let isMessage = false
    const { within } = oddities
    act('greeting')
    socket.on('data', chunk => {
      text += chunk.toString('latin1')
      for (;;) {
        if (isMessage && isOdd && within && text.length >= within.bytes) {
          if (typeof within.act === 'function') return within.act(socket)
          socket.write(within.act)
          isMessage = false
        }
        // A message of no line at all is ended by the full stop alone.
        const end = isMessage && !text.startsWith('.\r\n') ? '\r\n.\r\n' : '\r\n'
        const at = text.indexOf(end)
        if (at < 0) return
        const line = text.slice(0, at)
        text = text.slice(at + end.length)
        const what = isMessage ? 'message' : (line.slice(0, 8).split(' ')[0]?.toUpperCase() ?? '')
        heard.push(isMessage && line === '.' ? 'empty message' : what)
        act(what)
        isMessage = what === 'DATA' && (oddities.DATA === undefined || !isOdd)
        if (what === 'QUIT' && oddities.QUIT === undefined) socket.end()
      }
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    heard,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
