import { createHash } from 'node:crypto'
import { request as startRequest } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Build, readBuild, reportFile } from '../../../../pipeline/send/build.js'
import { sentBuild } from '../../../../pipeline/send/remote/build-on-the-way.js'
import { isSameRelease, operations } from '../../../../pipeline/send/remote/operations.js'
import { sendingApi } from '../../../../pipeline/serve/api/sending-api.js'
import { version } from '../../../../pipeline/version.js'
import { diskFiles } from '../../../../pipeline/world/disk.js'
import { type MailReceiver, startReceiver } from '../../../support/mail-receiver.js'
import { hostToken, type SendingHost, sendingHost } from '../../../support/sending-host.js'
import { sendingPublication, sharedFolder } from '../../../support/sending-publication.js'
import { testReader } from '../../../support/sending-store.js'

let mail: MailReceiver
let folder: ReturnType<typeof sharedFolder>
let host: SendingHost
let build: Build
const clock = { now: Date.UTC(2026, 10, 28) }

beforeAll(async () => {
  mail = await startReceiver()
  folder = sharedFolder()
  await sendingPublication(folder.path, { port: mail.port, url: 'https://letters.example.org' })
  build = await readBuild(join(folder.path, 'dist/tides'), 'tides', diskFiles())
  host = await sendingHost(folder.path, { mailPort: mail.port, time: () => clock.now })
  await host.readers.add([testReader('anna')])
})
afterAll(async () => {
  await host.close()
  await mail.close()
  folder.remove()
})
beforeEach(() => {
  // Wrong tokens of the test before are forgotten by then.
  clock.now += 60 * 60_000
})

const ours = {
  authorization: `Bearer ${hostToken}`,
  'content-type': 'application/json',
  'trifold-version': version(),
}

async function ask(operation: string, body: unknown, headers: Record<string, string | undefined> = {}) {
  const all = Object.entries({ ...ours, ...headers }).filter(entry => entry[1] !== undefined)
  const response = await fetch(`${host.url}/api/${operation}`, {
    method: 'POST',
    // Those without a value are left out above.
    headers: all as [string, string][],
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, text, json: text.startsWith('<') ? undefined : JSON.parse(text) }
}

describe('who asks', () => {
  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    `Bearer ${'x'.repeat(40)}`,
    `Bearer ${hostToken}x`,
    `Basic ${hostToken}`,
    hostToken,
  ])('is not heard with %j', async authorization => {
    const refused = { status: 401, text: '{"error":"not accepted"}' }
    expect(await ask('launches', {}, { authorization })).toMatchObject(refused)
    // Nor told which addresses there are, or which Trifold.
    expect(await ask('no-such-thing', 'x', { authorization })).toMatchObject(refused)
    const { headers } = await fetch(`${host.url}/api/launches`)
    expect([headers.get('trifold-version'), headers.get('www-authenticate')]).toEqual([null, 'Bearer'])
  })

  test('is heard with the token', async () => {
    expect(await ask('launches', {})).toMatchObject({ status: 200, json: [] })
  })

  test('is slowed after ten wrong tokens, whatever comes next, and for a while', async () => {
    const wrong = { authorization: `Bearer ${'x'.repeat(40)}` }
    for (let tries = 0; tries < 10; tries++) expect((await ask('launches', {}, wrong)).status).toBe(401)
    expect((await ask('launches', {}, wrong)).status).toBe(429)
    expect((await ask('launches', {})).status).toBe(429)
    clock.now += 30_000
    expect((await ask('launches', {})).status).toBe(200)
  })

  test('has to have the same release', async () => {
    const other = await ask('launches', {}, { 'trifold-version': '9.9.0' })
    expect(other.status).toBe(400)
    expect(other.json.error).toContain('and Trifold 9.9.0 asks: install the same version on both')
    expect((await ask('launches', {}, { 'trifold-version': undefined })).json.error).toContain(
      'another program asks',
    )
    expect([
      isSameRelease('1.2.3', '1.2.9'),
      isSameRelease('1.2.3', '1.3.3'),
      isSameRelease('2.2.3', '1.2.3'),
      isSameRelease('', ''),
    ]).toEqual([true, false, false, false])
  })

  test('needs a token that nobody guesses', () => {
    const options = { service: host.service, time: () => 0, version: '1.0.0' }
    expect(() => sendingApi({ ...options, token: 'x'.repeat(31) })).toThrow('expected 32 characters or more')
  })
})

describe('a build', () => {
  const plan = (change: (sent: ReturnType<typeof sentBuild>) => unknown) =>
    ask('plan', { build: change(sentBuild(build)), audience: {} })

  test('is planned as it came', async () => {
    expect(await plan(sent => sent)).toMatchObject({
      status: 200,
      json: { digest: build.digest, readers: 1, faults: [] },
    })
  })

  const changed = (path: string, to: string) => (sent: ReturnType<typeof sentBuild>) => ({
    ...sent,
    files: sent.files.map(file =>
      file.path === path ? { path, base64: Buffer.from(to).toString('base64') } : file,
    ),
  })

  test.each<[string, (sent: ReturnType<typeof sentBuild>) => unknown, string]>([
    ['a file that is another', changed('email.parts.json', '{}'), 'is not as it was built'],
    ['a report that is another', changed(reportFile, '{}'), 'is not the report of a build'],
    ['a digest that is another', sent => ({ ...sent, digest: '0'.repeat(64) }), 'not as it was sent'],
    ['a file that is missing', sent => ({ ...sent, files: sent.files.slice(0, 1) }), 'has no'],
    [
      'a file too many',
      sent => ({ ...sent, files: [...sent.files, { path: 'more.png', base64: '' }] }),
      'is not in the report',
    ],
    ['a file twice', sent => ({ ...sent, files: [...sent.files, ...sent.files] }), 'not as it was sent'],
    [
      'a path that leads out',
      sent => ({ ...sent, files: [...sent.files, { path: '../../x', base64: '' }] }),
      'expected a path',
    ],
    ['nothing', () => undefined, 'expected object'],
  ])('is refused with %s', async (_, change, words) => {
    const { status, json } = await plan(change)
    expect(status).toBe(400)
    expect(json.error).toContain(words)
  })

  test('is refused where it is too much, before it is read', async () => {
    // Of the body nothing is ever sent.
    const request = startRequest(`${host.url}/api/launches`, {
      method: 'POST',
      agent: false,
      headers: { ...ours, 'content-length': 1024 * 1024 + 1 },
    })
    request.flushHeaders()
    const status = await new Promise(resolve => {
      request.on('response', response => resolve(response.statusCode))
    })
    request.on('error', () => undefined).destroy()
    expect(status).toBe(413)
  })
})

test('the same launch, asked for twice at a time, is one', async () => {
  const request = {
    build: sentBuild(build),
    audience: {},
    confirm: build.digest.slice(0, 12),
    untested: true,
    id: 'ab'.repeat(16),
  }
  const [one, other] = await Promise.all([ask('launch', request), ask('launch', request)])
  expect([one, other]).toMatchObject([
    { status: 200, json: { id: 1 } },
    { status: 200, json: { id: 1 } },
  ])
  expect(await ask('launch', request)).toMatchObject({ status: 200, json: { id: 1 } })
  expect(await host.ledger.launches()).toHaveLength(1)
  // By another request it is another launch, and there is nobody left for it.
  expect(await ask('launch', { ...request, id: 'cd'.repeat(16) })).toMatchObject({
    status: 409,
    json: { faults: ['Everybody it is for has had it, or is about to.'] },
  })
})

test('whoever goes before the answer leaves no fault behind', async () => {
  const lines: unknown[] = []
  const stop = new AbortController()
  const app = sendingApi({
    token: hostToken,
    time: () => clock.now,
    version: version(),
    service: {
      ...host.service,
      plan: async ({ signal }) => {
        stop.abort()
        signal?.throwIfAborted()
        throw new Error('Unexpected signal that is not aborted')
      },
    },
  }).onError((error, context) => {
    lines.push(error)
    return context.text('', 500)
  })
  const body = JSON.stringify({ build: sentBuild(build), audience: {} })
  await app.request('/plan', { method: 'POST', headers: ours, body, signal: stop.signal })
  expect(lines).toEqual([])
})

describe('nothing that is sent', () => {
  const hostile: readonly unknown[] = [
    ...['', '{', 'null', '[]', '"x"', '0', '[[[['.repeat(100_000), '\u0000', '{"__proto__":{"launch":1}}'],
    { launch: 99 },
    { launch: -1 },
    { launch: 1e308 },
    { launch: '1; DROP TABLE reader', state: 'paused' },
    { launch: 99, state: 'paused', states: ['failed'], after: 0 },
    { launch: 99, state: 'paused' },
    { launch: 99, states: ['failed'] },
    { launch: 1, states: [] },
    { launch: 1, states: ['failed', 'failed', 'failed'] },
    { launch: 1, states: ['__proto__'] },
    { launch: 1, states: ['sent'], after: 2 ** 53 },
    { slug: '\u0000' },
    { slug: '\ud800' },
    { slug: "' OR 1=1 --" },
    { build: { digest: 'x', slug: '' }, audience: {}, after: 0 },
    { build: { digest: '0'.repeat(64), slug: '\u0000' }, audience: { segment: '('.repeat(900) }, after: 0 },
    { build: { digest: '0'.repeat(64), slug: 'x' }, audience: { segment: '\u0000'.repeat(9000) }, after: 0 },
    { build: { digest: '0'.repeat(64), slug: 'x' }, audience: { segment: 'a:b', x: 1 }, after: 0 },
    { build: { digest: '0'.repeat(64), files: [] }, audience: {}, emails: ['a@b.example'] },
  ]

  test.each(Object.keys(operations))('to %s gives an error of the server', async operation => {
    const statuses = new Set<number>()
    for (const body of hostile) {
      const { status, text } = await ask(operation, body)
      expect({ body: JSON.stringify(body).slice(0, 100), isOurs: status < 500, text }).toMatchObject({
        isOurs: true,
      })
      expect(text.length).toBeLessThan(3000)
      statuses.add(status)
    }
    expect(statuses).toContain(400)
    expect((await ask(operation, '{}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect(host.lines).toEqual([])
  })

  test('in a report or in the pieces of an email gives one', async () => {
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const parts = JSON.parse(new TextDecoder().decode(build.files.get('email.parts.json')))
    const report = JSON.parse(new TextDecoder().decode(build.files.get(reportFile)))
    const made = (changeReport: object, changeParts: object = {}) => {
      const email = JSON.stringify({ ...parts, ...changeParts })
      const file = { path: 'email.parts.json', bytes: email.length, sha256: sha256(email) }
      const formats = { email: { state: 'built', files: [file], sizes: {} } }
      const account = JSON.stringify({ ...report, formats, ...changeReport })
      const files = [
        { path: reportFile, base64: Buffer.from(account).toString('base64') },
        { path: 'email.parts.json', base64: Buffer.from(email).toString('base64') },
      ]
      return { digest: sha256(account), files }
    }
    const image = { path: 'images/none.png', type: 'image/png', cid: 'a@b' }
    const all = [
      made({}),
      made({ slug: '../..' }),
      made({ slug: '\ud800' }),
      made({ messages: [null] }),
      made({ messages: 'x' }),
      made({ formats: { email: null } }),
      made({ formats: { email: { files: [{ path: '\ud800', sha256: 'x', bytes: -1 }] } } }),
      made({ formats: [] }),
      made({}, { images: [image] }),
      made({}, { headers: [{ name: 'From', value: ['\u0000'] }] }),
      made({}, { headers: [] }),
      made({}, { countsLinks: true, html: ['<a href="https://\ud800/"><a href="https://a.example/', 'x'] }),
      made({}, { html: ['\ud800'], text: [] }),
      made({}, { subject: [{ name: '__proto__', context: 'header' }] }),
    ]
    const statuses: number[] = []
    for (const sent of all) {
      const { status, text } = await ask('plan', { build: sent, audience: {} })
      expect({ status, text }).toMatchObject({ status: expect.toSatisfy((code: number) => code < 500) })
      statuses.push(status)
    }
    expect(statuses.filter(status => status === 200).length).toBeGreaterThan(0)
    expect(statuses.filter(status => status === 400).length).toBeGreaterThan(7)
    expect(host.lines).toEqual([])
  })
})

test('tells with a launch how often its links were followed', async () => {
  const links = ['https://a.example/', 'https://b.example/']
  const kept = { digest: 'ab'.repeat(32), slug: 'counted', title: 'Counted', files: new Map(), links }
  const { id } = await host.ledger.launch({ mailing: 'counted', build: kept, startsAt: 0 })
  await host.ledger.setState(id, 'cancelled')
  await host.links.add([{ launch: id, number: 2, count: 3 }])
  expect((await ask('launches', { slug: 'counted' })).json).toMatchObject([
    { launch: { id }, links: [{ number: 2, address: 'https://b.example/', count: 3 }] },
  ])
})
