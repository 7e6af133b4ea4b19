// @ts-check
/**
 * `node mail-sink.mjs MILLISECONDS`: a mail server on this machine that takes all and keeps nothing, with a pause before
 * it says that it has taken a message. It says its port first.
 */
import { Buffer } from 'node:buffer'
import { createServer } from 'node:net'
import { argv, stdout } from 'node:process'
import { setTimeout } from 'node:timers'

const pause = Number(argv[2] ?? 0)
const end = '\r\n.\r\n'

const server = createServer(socket => {
  let line = ''
  // The last bytes of a message so far; empty where there is none.
  let tail = ''
  let isMessage = false
  socket.setNoDelay(true).on('error', () => undefined)
  socket.write('220 sink.example ESMTP\r\n')
  const taken = () => socket.write('250 2.0.0 taken\r\n')
  socket.on('data', chunk => {
    if (isMessage) {
      tail = (tail + chunk.subarray(-end.length).toString('latin1')).slice(-end.length)
      if (tail !== end) return
      isMessage = false
      if (pause > 0) setTimeout(taken, pause)
      else taken()
      return
    }
    // One command at a time: none is offered that could be sent on without an answer (RFC 2920).
    line += Buffer.from(chunk).toString('latin1')
    if (!line.endsWith('\r\n')) return
    const verb = line.slice(0, 4).toUpperCase()
    line = ''
    if (verb === 'EHLO') socket.write('250-sink.example\r\n250 8BITMIME\r\n')
    else if (verb === 'DATA') {
      isMessage = true
      tail = '\r\n'
      socket.write('354 go on\r\n')
    } else if (verb === 'QUIT') socket.end('221 bye\r\n')
    else socket.write('250 2.1.0 ok\r\n')
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') stdout.write(`${address.port}\n`)
})
