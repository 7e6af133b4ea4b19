import { describe, expect, test } from 'vitest'
import { readerAddresses } from '../../../pipeline/readers/addresses.js'
import { readerStates } from '../../../pipeline/readers/reader.js'
import { signToken } from '../../../pipeline/readers/token.js'
import { aReader } from '../../support/reader-store-behaves.js'
import { aServer, noon, type TestedServer } from '../../support/readers-server.js'

const hester = 'hester@example.org'
const launch = 4

async function withReader(state: (typeof readerStates)[number] = 'active') {
  const server = aServer()
  await server.readers.add([aReader(hester, { state, since: 5 })])
  return { server, link: linkOf(server) }
}

const linkOf = ({ url, secret }: TestedServer, reader = 1) =>
  readerAddresses(url, secret).unsubscribe({ reader, launch })

describe('the way out', () => {
  test('is not gone by following the link', async () => {
    const { server, link } = await withReader()
    const answer = await server.get(link)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(`<form method="post" action="${new URL(link).pathname}">`)
    await server.app.request(new URL(link).pathname, { method: 'HEAD' })
    expect(await server.readers.get(1)).toMatchObject({ state: 'active', since: 5 })
  })

  test('is one POST, as mail services send it (RFC 8058)', async () => {
    for (const body of ['List-Unsubscribe=One-Click', form(), '', 'anything']) {
      const { server, link } = await withReader()
      const headers = typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
      const answer = await server.app.request(new URL(link).pathname, { method: 'POST', headers, body })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.redirected).toBe(false)
      expect(await server.readers.get(1)).toMatchObject({ state: 'unsubscribed', since: noon })
      expect(server.lines).toEqual(['Reader 1 left, by launch 4'])
    }
  })

  test('may be gone twice', async () => {
    const { server, link } = await withReader()
    const first = await server.post(link)
    server.clock.now += 1000
    const second = await server.post(link)
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await first.text()).toBe(await second.text())
    expect(await server.readers.get(1)).toMatchObject({ since: noon })
    expect(await (await server.get(link)).text()).toContain('You have left')
  })

  test('needs no token in lower case', async () => {
    const { server, link } = await withReader()
    const path = new URL(link).pathname.replace(/[^/]+$/, token => token.toUpperCase())
    expect((await server.post(path)).status).toBe(200)
    expect(await server.readers.get(1)).toMatchObject({ state: 'unsubscribed' })
  })

  test('is open from every state, and a complaint stays one', async () => {
    const after = []
    for (const state of readerStates) {
      const { server, link } = await withReader(state)
      expect((await server.post(link)).status).toBe(200)
      after.push((await server.readers.get(1))?.state)
    }
    expect(after).toEqual(['unsubscribed', 'unsubscribed', 'unsubscribed', 'unsubscribed', 'complained'])
  })
})

function form(): FormData {
  const data = new FormData()
  data.set('List-Unsubscribe', 'One-Click')
  return data
}

test('a page that a friend may see does not tell the address', async () => {
  const { server, link } = await withReader()
  for (const answer of [await server.get(link), await server.post(link)]) {
    const text = await answer.text()
    expect(text).toContain('h…@example.org')
    expect(text).not.toContain(hester)
    expect(text).not.toContain('/preferences/')
  }
})

test('a link that is none of ours says so, and how to leave all the same', async () => {
  const { server } = await withReader()
  const { secret } = server
  const tokens = [
    '',
    '/',
    '/nonsense',
    `/${signToken(secret, 'preferences', { reader: 1, launch })}`,
    `/${signToken(secret, 'confirm', { reader: 1, launch })}`,
    `/${signToken(secret, 'bounce', { reader: 1, launch })}`,
    `/${signToken(Buffer.alloc(32, 8), 'unsubscribe', { reader: 1, launch })}`,
    `/${signToken(secret, 'unsubscribe', { reader: 1, launch }).slice(0, -1)}`,
  ]
  for (const token of tokens) {
    const answer = await server.get(`/unsubscribe${token}`)
    expect(answer.status).toBe(404)
    if (token === '/') continue
    const text = await answer.text()
    expect(text).toContain('Custom House Lane')
    expect(text).toContain('mailto:letters@example.org')
    if (token !== '') expect((await server.post(`/unsubscribe${token}`)).status).toBe(404)
  }
  expect(await server.readers.get(1)).toMatchObject({ state: 'active' })
})

test('who was erased is told kindly that nothing is known', async () => {
  const { server, link } = await withReader()
  await server.readers.erase(1)
  for (const answer of [await server.get(link), await server.post(link)]) {
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('You are not on the list')
  }
})
