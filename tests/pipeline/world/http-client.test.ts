import { readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { HttpRequest } from '../../../pipeline/send/remote/door.js'
import { postHttp } from '../../../pipeline/world/http-client.js'
import { freePort } from '../../support/free-port.js'
import { authorities } from '../../support/mail-receiver.js'

const request = (url: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  url,
  headers: { authorization: 'Bearer secret' },
  body: '{"a":1}',
  milliseconds: 5000,
  bytes: 1000,
  ...more,
})

async function serve(answer: RequestListener, isTls = false): Promise<number> {
  const key = () => readFileSync(join(import.meta.dirname, '../../fixtures/send/tls/localhost.key'))
  const server = isTls ? createTlsServer({ key: key(), cert: authorities }, answer) : createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(
    () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  )
  return (server.address() as AddressInfo).port
}

test('sends a request and reads its answer', async () => {
  const port = await serve(async (asked, answer) => {
    let body = ''
    for await (const part of asked) body += part
    answer.writeHead(409, { 'x-own': 'yes' }).end(`${asked.method} ${asked.headers.authorization} ${body}`)
  })
  const { status, header, body } = await postHttp(request(`http://127.0.0.1:${port}/x`))
  expect({ status, own: header('X-Own'), none: header('x-none') }).toEqual({
    status: 409,
    own: 'yes',
    none: null,
  })
  expect(new TextDecoder().decode(body)).toBe('POST Bearer secret {"a":1}')
})

test('goes nowhere that an answer leads', async () => {
  let heard = 0
  const other = await serve((_, answer) => {
    heard += 1
    answer.end()
  })
  const port = await serve((_, answer) => {
    answer.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end()
  })
  expect(await postHttp(request(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 307 })
  expect(heard).toBe(0)
})

test('says that nothing answers', async () => {
  const port = await serve(() => undefined)
  await expect(postHttp(request('http://127.0.0.1:1/'))).rejects.toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('its port'),
  })
  await expect(postHttp(request(`http://127.0.0.1:${await freePort()}/`))).rejects.toMatchObject({
    name: 'NoAnswer',
    kind: 'refused',
    message: 'nothing answers there (ECONNREFUSED)',
  })
  await expect(postHttp(request(`https://127.0.0.1:${port}/`))).rejects.toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('TLS'),
  })
})

test('says nothing to a host whose certificate nobody vouches for', async () => {
  let heard = 0
  const port = await serve(() => heard++, true)
  await expect(postHttp(request(`https://localhost:${port}/`))).rejects.toMatchObject({
    kind: 'certificate',
    message: expect.stringMatching(/\(DEPTH_ZERO_SELF_SIGNED_CERT\).*NODE_EXTRA_CA_CERTS/),
  })
  expect(heard).toBe(0)
})

test('tells an answer that is lost from one that is late or too large', async () => {
  const lost = await serve(asked => asked.socket.destroy())
  await expect(postHttp(request(`http://127.0.0.1:${lost}/`))).rejects.toMatchObject({ kind: 'lost' })
  const half = await serve((_, answer) => {
    answer.writeHead(200, { 'content-length': '10' }).write('half', () => answer.destroy())
  })
  await expect(postHttp(request(`http://127.0.0.1:${half}/`))).rejects.toMatchObject({ kind: 'lost' })
  const late = await serve(() => undefined)
  await expect(postHttp(request(`http://127.0.0.1:${late}/`, { milliseconds: 50 }))).rejects.toMatchObject({
    kind: 'late',
    message: 'no answer came within 0.05 s',
  })
  const large = await serve((_, answer) => answer.end('x'.repeat(2000)))
  await expect(postHttp(request(`http://127.0.0.1:${large}/`))).rejects.toMatchObject({ kind: 'too-large' })
})

test('ends for the reason that it is stopped for', async () => {
  const never = await serve(() => undefined)
  const reason = new Error('Ctrl-C')
  const stop = new AbortController()
  const asked = postHttp(request(`http://127.0.0.1:${never}/`, { signal: stop.signal }))
  stop.abort(reason)
  await expect(asked).rejects.toBe(reason)
})
