import { createHash } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'

/** A server on this machine that remembers whoever comes near it. */
export interface Listener {
  /** `http://127.0.0.1:1234` */
  readonly origin: string
  /** The port of UDP. */
  readonly udpPort: number
  /**
   * What came since it was last asked, after waiting for what is on its way: `connection`, `GET /path`,
   * `websocket /path`, `datagram`.
   */
  heard(): Promise<readonly string[]>
  close(): void
}

/** Opens one; what it serves says SECRET. It hears connections on which nothing is asked (a preconnect), too. */
export async function listen(): Promise<Listener> {
  let heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.end('SECRET')
  })
  server.on('connection', () => heard.push('connection'))
  server.on('upgrade', (request, socket) => {
    heard.push(`websocket ${request.url}`)
    // RFC 6455, section 4.2.2.
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64')
    socket.end(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
  })
  const udp = createSocket('udp4')
  udp.on('message', () => heard.push('datagram'))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  await new Promise<void>(done => udp.bind(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    udpPort: udp.address().port,
    async heard() {
      await setTimeout(250)
      const all = heard
      heard = []
      return all
    },
    close() {
      server.closeAllConnections()
      server.close()
      udp.close()
    },
  }
}
