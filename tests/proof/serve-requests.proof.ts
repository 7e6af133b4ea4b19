import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readerAddresses } from '../../pipeline/readers/addresses.js'
import { type HttpServer, serveHttp } from '../../pipeline/world/http-server.js'
import { aReader } from '../support/reader-store-behaves.js'
import { aServer } from '../support/readers-server.js'
import { seeded } from '../support/seeded.js'

const limits = { perClient: { atOnce: 3, every: 60_000 } }
const server = aServer({ hookToken: 'a-token-that-nobody-guesses', trustProxy: 1, limits })
let http: HttpServer
beforeAll(async () => {
  await server.readers.add([aReader('hester@example.org', { name: 'Hester' })])
  const quick = { headersTimeout: 150, requestTimeout: 200, connectionsCheckingInterval: 25 }
  http = await serveHttp({ fetch: server.app.fetch, host: '127.0.0.1', port: 0, limits: quick })
})
afterAll(() => http?.close())

const addresses = readerAddresses(server.url, server.secret)
const paths = [
  '/',
  '/subscribe',
  '/hooks/bounces',
  '/healthz',
  ...[addresses.confirm(1, server.time()), addresses.preferences({ reader: 1, launch: 2 })].map(
    address => new URL(address).pathname,
  ),
]
const bodies = ['email=hester%40example.org&name=Hester', '{"email":"a@example.org","kind":"soft"}', '']
const oddities = [
  '\0',
  '\r\n',
  '%',
  '%ff',
  '%00',
  '\xff\xfe',
  '../',
  '?',
  '#',
  ';',
  '\x1b[2J',
  '='.repeat(300),
  '{{',
  '<b>',
  ' ',
]

/** A request as a program would send it, and then a few bytes of it otherwise. */
function oddRequest(random: () => number): Buffer {
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const body = one(bodies)
  let text = [
    `${one(['GET', 'POST', 'POST', 'HEAD', 'PUT'])} ${one(paths)} HTTP/1.1`,
    'Host: letters.example.org',
    'Connection: close',
    'Sec-Fetch-Site: same-origin',
    'Authorization: Bearer a-token-that-nobody-guesses',
    `X-Forwarded-For: ${Math.floor(random() * 2)}.1.2.3`,
    `Content-Type: ${one(['application/x-www-form-urlencoded', 'application/json', 'multipart/form-data; boundary=x'])}`,
    `Content-Length: ${body.length}`,
    '',
    body,
  ].join('\r\n')
  for (let edits = Math.floor(random() * 4); edits > 0; edits -= 1) {
    const at = Math.floor(random() * text.length)
    const drop = random() < 0.5 ? 0 : Math.floor(random() * 12)
    const put = random() < 0.3 ? String.fromCharCode(Math.floor(random() * 256)) : one([...oddities, ''])
    text = text.slice(0, at) + put + text.slice(at + drop)
  }
  return Buffer.from(text, 'latin1')
}

const said = (bytes: Buffer): Promise<string> =>
  new Promise(resolve => {
    const socket = connect(Number(new URL(http.origin).port), '127.0.0.1')
    let heard = ''
    socket.on('data', data => {
      heard += data.toString('latin1')
    })
    socket.on('error', error => {
      if (error.message === 'no answer and no end') heard = 'HTTP/1.1 599 '
    })
    socket.on('close', () => resolve(heard))
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer and no end')))
    // Nothing more is to come, so that a request that kept the connection does not wait for another.
    socket.end(bytes)
  })

test('no request makes the server fail, tell of itself, or change a reader who has not asked for it', async () => {
  const random = seeded(20260601)
  const statuses = new Map<string, number>()
  const faults: string[] = []
  for (let round = 0; round < 200; round += 1) {
    const requests = Array.from({ length: 25 }, () => oddRequest(random))
    const answers = await Promise.all(requests.map(said))
    answers.forEach((answer, index) => {
      const [, status = 'none'] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? []
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status.startsWith('5') || /node_modules|\bat \S+ \(/.test(answer))
        faults.push(
          JSON.stringify({ request: requests[index]?.toString('latin1'), answer: answer.slice(0, 300) }),
        )
    })
  }
  await server.backlog.idle()
  expect(faults).toEqual([])
  // What was tried is of every kind: answered, refused, and not even HTTP.
  expect([...statuses.keys()]).toEqual(
    expect.arrayContaining(['200', '400', '401', '403', '404', '405', '415', '422', '429']),
  )
  expect(server.lines.filter(line => / failed: |@|1\.1\.\w+\./.test(line))).toEqual([])
  // Only the reader's own page was asked for: a name may have changed, and nothing else.
  expect(await server.readers.get(1)).toMatchObject({ email: 'hester@example.org', state: 'active' })
}, 120_000)
