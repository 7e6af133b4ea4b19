import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import {
  CannotListen,
  type HttpLimits,
  type HttpServer,
  serveHttp,
} from '../../../pipeline/world/http-server.js'
import { aServer } from '../../support/readers-server.js'

const opened: HttpServer[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map(server => server.close()))
})

async function open(limits: Partial<HttpLimits> = {}) {
  const { app, lines, readers } = aServer()
  const server = await serveHttp({ fetch: app.fetch, host: '127.0.0.1', port: 0, limits })
  opened.push(server)
  return { ...server, lines, readers }
}

/** What a server answers to bytes, until it closes the connection. */
const said = (origin: string, bytes: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    let heard = ''
    socket.on('data', data => {
      heard += data.toString('latin1')
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', reject)
    socket.write(bytes)
  })

const request = (line: string, ...headers: string[]) =>
  Buffer.from([line, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n'), 'latin1')

describe('a server', () => {
  test('answers, and leaves what is global as it was', async () => {
    const { Request: before } = globalThis
    const { origin } = await open()
    const answer = await fetch(`${origin}/healthz`)
    expect([answer.status, await answer.text()]).toEqual([200, 'ok\n'])
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(globalThis.Request).toBe(before)
  })

  test('tells the app who asks', async () => {
    const seen: unknown[] = []
    const server = await serveHttp({
      fetch: (_request, bindings) => {
        seen.push(bindings)
        return new Response('')
      },
      host: '127.0.0.1',
      port: 0,
    })
    opened.push(server)
    await fetch(server.origin)
    expect(seen).toEqual([{ address: '127.0.0.1' }])
  })

  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a head that is too long', request('GET / HTTP/1.1', `X: ${'x'.repeat(9000)}`), 431],
    ['a path that is too long', request(`GET /${'x'.repeat(9000)} HTTP/1.1`), 431],
    ['a host that is none', request('GET / HTTP/1.1').toString().replace('Host: x', 'Host: a b'), 400],
    ['a host with a path', request('GET / HTTP/1.1').toString().replace('Host: x', 'Host: a/b'), 400],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a backslash', request('GET /\\evil HTTP/1.1'), 400],
    ['an address of another host', request('GET http://evil.example/healthz HTTP/1.1'), 200],
    ['an asterisk', request('OPTIONS * HTTP/1.1'), 400],
    ['two lengths', request('POST /subscribe HTTP/1.1', 'Content-Length: 1', 'Content-Length: 2'), 400],
    [
      'a length and pieces',
      request('POST /subscribe HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked'),
      400,
    ],
    ['bytes that are no UTF-8', request('GET /unsubscribe/\xff\xfe HTTP/1.1'), 400],
    ['dots that lead up', request('GET /../../etc/passwd HTTP/1.1'), 404],
    ['a method that nobody has', request('BREW / HTTP/1.1'), 400],
    ['a tunnel', request('CONNECT example.net:25 HTTP/1.1'), undefined],
  ])('answers %s without a fault of its own', async (_name, bytes, status) => {
    const { origin, lines } = await open()
    const heard = await said(origin, bytes)
    if (status === undefined) expect(heard).toBe('')
    else expect(heard).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(heard).not.toMatch(/node_modules|\bat \S+ \(/)
    expect(lines).toEqual([])
  })

  test('takes a body in pieces no further than it wants to', async () => {
    const { origin } = await open()
    const form = ['Content-Type: application/x-www-form-urlencoded', 'Sec-Fetch-Site: same-origin']
    const head = request('POST /subscribe HTTP/1.1', ...form, 'Transfer-Encoding: chunked')
    const pieces = Array.from({ length: 20 }, () => `400\r\n${'x'.repeat(1024)}\r\n`).join('')
    expect(await said(origin, Buffer.concat([head, Buffer.from(`${pieces}0\r\n\r\n`)]))).toMatch(
      /^HTTP\/1\.1 413 /,
    )
  })

  test('takes a body in pieces, and none at all', async () => {
    const { origin } = await open()
    const form = ['Content-Type: application/x-www-form-urlencoded', 'Sec-Fetch-Site: same-origin']
    const head = request('POST /subscribe HTTP/1.1', ...form, 'Transfer-Encoding: chunked')
    const pieces = ['email=hester', '%40example.org'].map(
      piece => `${piece.length.toString(16)}\r\n${piece}\r\n`,
    )
    const whole = Buffer.concat([head, Buffer.from(`${pieces.join('')}0\r\n\r\n`)])
    expect(await said(origin, whole)).toMatch(/^HTTP\/1\.1 200 /)
    // RFC 9112, 6.3: a request that says nothing of a body has none.
    expect(await said(origin, request('POST /subscribe HTTP/1.1', ...form))).toMatch(/^HTTP\/1\.1 422 /)
    expect(await said(origin, request('POST /unsubscribe/x HTTP/1.1'))).toMatch(/^HTTP\/1\.1 404 /)
  })

  test('waits for no one for long', async () => {
    const quick = { headersTimeout: 100, requestTimeout: 150, connectionsCheckingInterval: 20 }
    const { origin } = await open(quick)
    expect(await said(origin, 'GET / HTTP/1.1\r\nHost: x\r\n')).toMatch(/^HTTP\/1\.1 408 /)
    const half = request('POST /subscribe HTTP/1.1', 'Content-Length: 100')
    expect(await said(origin, half)).toMatch(/^HTTP\/1\.1 (?:408|403) /)
  })

  test('ends with the answer that is under way, not with the connection that it came by', async () => {
    let answer = (_: Response) => {}
    let told = () => {}
    const asked = new Promise<void>(resolve => {
      told = resolve
    })
    const server = await serveHttp({
      fetch: () => {
        return new Promise<Response>(resolve => {
          answer = resolve
          told()
        })
      },
      host: '127.0.0.1',
      port: 0,
    })
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await asked
    const before = performance.now()
    const closed = server.close()
    answer(new Response('late'))
    await closed
    socket.destroy()
    expect(performance.now() - before).toBeLessThan(3_000)
  })

  test('ends although somebody keeps a connection', async () => {
    const { origin, close } = await open()
    const socket = connect(Number(new URL(origin).port), '127.0.0.1')
    await new Promise(resolve => socket.once('connect', resolve))
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
    await new Promise(resolve => socket.once('data', resolve))
    const ended = new Promise(resolve => socket.once('close', resolve))
    await close()
    await ended
    await expect(fetch(origin)).rejects.toThrow()
  })
})

describe('a server that cannot be opened says why', () => {
  const refusal = async (host: string, port: number) =>
    serveHttp({ fetch: () => new Response(), host, port }).then(
      () => undefined,
      (error: unknown) => error,
    )

  test('where the port is taken', async () => {
    const { origin } = await open()
    const port = Number(new URL(origin).port)
    const error = await refusal('127.0.0.1', port)
    expect(error).toBeInstanceOf(CannotListen)
    expect(error).toHaveProperty('message', `Port ${port} of 127.0.0.1 is in use; choose another with --port`)
  })

  test('where the address is not of this machine', async () => {
    expect(await refusal('192.0.2.1', 0)).toHaveProperty(
      'message',
      expect.stringContaining('no address of this machine'),
    )
  })
})
