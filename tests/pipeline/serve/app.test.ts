import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { readerAddresses } from '../../../pipeline/readers/addresses.js'
import type { ServeEnv } from '../../../pipeline/serve/client.js'
import { aReader } from '../../support/reader-store-behaves.js'
import { aServer, linkOf } from '../../support/readers-server.js'

const hester = 'hester@example.org'

/** Every address of the server, with a reader's own. */
async function everyAddress() {
  const server = aServer({ hookToken: 'a-token-that-nobody-guesses' })
  await server.readers.add([aReader(hester)])
  const addresses = readerAddresses(server.url, server.secret)
  const subject = { reader: 1, launch: 4 }
  const own = [
    addresses.unsubscribe(subject),
    addresses.preferences(subject),
    `${addresses.preferences(subject)}/erase`,
    `${addresses.preferences(subject)}/data.json`,
    addresses.confirm(1, server.time()),
  ].map(address => new URL(address).pathname)
  return {
    server,
    paths: ['/', '/subscribe', '/healthz', '/robots.txt', '/nowhere', '/unsubscribe/x', ...own],
  }
}

describe('every answer', () => {
  test('keeps browsers from running, framing, telling and keeping anything', async () => {
    const { server, paths } = await everyAddress()
    for (const path of paths) {
      const { headers } = await server.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; style-src (?:'sha256-[^']+' ?)+; /)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("form-action 'self'")
      expect(policy).not.toMatch(/script-src|unsafe|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow')
      expect(headers.get('strict-transport-security')).toBe('max-age=15552000')
      expect(headers.get('set-cookie')).toBeNull()
      const isForm = path === '/' || path === '/subscribe'
      expect([path, headers.get('referrer-policy')]).toEqual([path, isForm ? 'same-origin' : 'no-referrer'])
    }
  })

  test('to HEAD is that to GET without a body, and does nothing', async () => {
    const { server, paths } = await everyAddress()
    for (const path of paths) {
      const head = await server.app.request(path, { method: 'HEAD' })
      expect([path, head.status]).toEqual([path, (await server.get(path)).status])
      expect(await head.text()).toBe('')
    }
    expect(await server.readers.get(1)).toMatchObject({ state: 'active' })
  })

  test('asks for nothing: no script, no picture, no address of others', async () => {
    const { server, paths } = await everyAddress()
    for (const path of paths) {
      const html = await (await server.get(path)).text()
      expect(html).not.toMatch(/<script|<img|<iframe|<link|@import|url\(|\son\w+=/)
    }
  })
})

test('a method that an address does not have is refused, with those that it has', async () => {
  const { server, paths } = await everyAddress()
  for (const path of paths.filter(each => each !== '/nowhere'))
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
      const answer = await server.app.request(path, { method })
      expect([path, method, answer.status]).toEqual([path, method, 405])
      expect(answer.headers.get('allow')).toMatch(/\bGET, HEAD\b/)
    }
  expect((await server.app.request('/hooks/bounces')).status).toBe(405)
  expect((await server.app.request('/nowhere', { method: 'POST' })).status).toBe(404)
})

describe('what nobody expects', () => {
  const odd = [
    '/%',
    '/%ff%fe',
    '/%00',
    '/unsubscribe/%',
    '/unsubscribe/%ff',
    '/unsubscribe/%2e%2e%2fetc',
    '/unsubscribe/..%2f..%2f',
    '/confirm/%00',
    '/preferences/%ff/data.json',
    `/unsubscribe/${'x'.repeat(6000)}`,
    `/${'a/'.repeat(3000)}`,
    '/subscribe?email=%ff&email=b&__proto__=1',
    '//evil.example/',
    '/constructor',
    '/__proto__',
    '/confirm/1.1.1.',
    '/hooks/bounces/',
    '/.env',
  ]

  test.each(odd)('%.40s is no fault of ours', async path => {
    const server = aServer()
    const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
    for (const answer of [
      await server.app.request(`http://localhost${path}`),
      await server.app.request(`http://localhost${path}`, { method: 'POST', headers, body: 'x=1' }),
    ])
      expect(answer.status).toBeLessThan(500)
    expect(server.lines).toEqual([])
  })

  test('bodies that are no form are not read', async () => {
    const server = aServer()
    const send = async (body: BodyInit, type: string) =>
      (
        await server.app.request('/subscribe', {
          method: 'POST',
          headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
          body,
        })
      ).status
    const form = 'application/x-www-form-urlencoded'
    expect(await send('{"email":"a@example.org"}', 'application/json')).toBe(415)
    expect(await send('email=a@example.org', 'text/plain')).toBe(415)
    expect(await send(`email=${'x'.repeat(9000)}`, form)).toBe(413)
    expect(await send(Buffer.from('email=a%ff@example.org&name=%c3%28'), form)).toBe(422)
    expect(await send(Buffer.from([0x65, 0x3d, 0xff, 0xfe]), form)).toBe(422)
    expect(await send('email[]=a@example.org', form)).toBe(422)
    expect(await send('', form)).toBe(422)
    await server.backlog.idle()
    expect(server.letters).toEqual([])
  })
})

test('a failure of the list is told of without addresses and tokens', async () => {
  const secrets = { email: hester, token: '' }
  const working = aServer()
  const server = aServer({
    readers: {
      ...working.readers,
      get: async () => {
        throw new Error(`disk is full at ${secrets.email} ${secrets.token}`)
      },
    },
  })
  const link = readerAddresses(server.url, server.secret).unsubscribe({ reader: 1, launch: 4 })
  secrets.token = link.split('/').at(-1) ?? ''
  for (const answer of [await server.get(link), await server.post(link)]) {
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/disk|hester@|\bat \S+:\d+|1\.1\.4\./)
  }
  const health = await server.get('/healthz')
  expect([health.status, await health.json()]).toEqual([500, { error: 'internal error' }])
  expect(server.lines.slice(0, 2)).toEqual([
    'GET /unsubscribe/:token? failed: disk is full at …@example.org …',
    'POST /unsubscribe/:token failed: disk is full at …@example.org …',
  ])
})

test('it answers at its own path, and where a proxy has taken it off', async () => {
  const server = aServer({ url: 'https://example.org/letters' })
  const form = await (await server.get('/letters/subscribe')).text()
  expect(form).toContain('action="/letters/subscribe"')
  expect(await (await server.get('/subscribe')).text()).toBe(form)
  await server.post('/letters/subscribe', { email: hester })
  const link = linkOf(server.letters[0])
  expect(link).toMatch(/^https:\/\/example\.org\/letters\/confirm\//)
  expect((await server.get(link)).status).toBe(200)
  expect((await server.get(link.replace('/letters', ''))).status).toBe(200)
  expect((await server.app.request('/letters/subscribe', { method: 'PUT' })).status).toBe(405)
})

test('another app answers under /api, with the same headers', async () => {
  const api = new Hono<ServeEnv>()
  api.post('/launches', async context => context.json({ length: (await context.req.text()).length }, 201))
  const server = aServer({ api })
  const answer = await server.app.request('/api/launches', { method: 'POST', body: 'x'.repeat(100_000) })
  expect([answer.status, await answer.json()]).toEqual([201, { length: 100_000 }])
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const missing = await server.get('/api/nothing')
  expect([missing.status, await missing.json()]).toEqual([404, { error: 'not found' }])
  expect((await server.get('/api/launches')).status).toBe(405)
})
