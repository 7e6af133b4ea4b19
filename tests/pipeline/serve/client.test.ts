import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { clientOf, neighbourhood, type ServeEnv } from '../../../pipeline/serve/client.js'

async function client(proxies: number, address: string | undefined, forwarded?: string) {
  const app = new Hono<ServeEnv>()
  app.get('/', context => context.json({ client: clientOf(context, proxies) ?? null }))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const answer = await app.request('/', { headers }, { address })
  return ((await answer.json()) as { client: string | null }).client
}

describe('who asks', () => {
  test('is who has the connection, and nobody can say otherwise', async () => {
    expect(await client(0, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
    expect(await client(0, '::ffff:203.0.113.9')).toBe('203.0.113.9')
    expect(await client(0, '2001:DB8::1')).toBe('2001:db8::1')
    expect(await client(0, undefined)).toBeNull()
  })

  test('behind a proxy is whom the proxy heard, not whom the request names', async () => {
    expect(await client(1, '127.0.0.1', '198.51.100.1')).toBe('198.51.100.1')
    expect(await client(1, '127.0.0.1', '192.0.2.1, 198.51.100.1')).toBe('198.51.100.1')
    expect(await client(2, '127.0.0.1', '192.0.2.1, 198.51.100.1, 10.0.0.1')).toBe('198.51.100.1')
    expect(await client(1, '127.0.0.1', '198.51.100.1:4711')).toBe('198.51.100.1')
    expect(await client(1, '127.0.0.1', '[2001:db8::1]:4711')).toBe('2001:db8::1')
    expect(await client(1, '127.0.0.1', '2001:db8::1')).toBe('2001:db8::1')
  })

  test('is who has the connection where the proxy says nothing of use', async () => {
    for (const forwarded of [undefined, '', 'unknown', '198.51.100.1, ', 'x'.repeat(5000)])
      expect(await client(1, '127.0.0.1', forwarded)).toBe('127.0.0.1')
    expect(await client(2, '127.0.0.1', '198.51.100.1')).toBe('127.0.0.1')
  })
})

test('a household of IPv6 is one', () => {
  expect(neighbourhood('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(neighbourhood('2001:db8:1:2::9')).toBe('2001:db8:1:2')
  expect(neighbourhood('2001:0db8:0001:0002::9')).toBe('2001:db8:1:2')
  expect(neighbourhood('2001:db8::9')).toBe('2001:db8:0:0')
  expect(neighbourhood('::1')).toBe('0:0:0:0')
  expect(neighbourhood('203.0.113.9')).toBe('203.0.113.9')
  expect(neighbourhood(undefined)).toBe('')
})
