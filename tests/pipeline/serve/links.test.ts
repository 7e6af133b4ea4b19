import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backlog } from '../../../pipeline/serve/backlog.js'
import { aServer, type TestedServer } from '../../support/readers-server.js'
import { type TestStore, testStore } from '../../support/sending-store.js'

const digest = 'ab'.repeat(32)
let store: TestStore
let server: TestedServer
let launch: number

beforeEach(async () => {
  store = await testStore(['anna'])
  const build = {
    digest,
    slug: 'tides',
    title: 'Tides',
    files: new Map<string, Uint8Array>(),
    links: ['https://tables.example.org/?day=20&tide=high#noon', 'https://bücher.example/ä'],
  }
  ;({ id: launch } = await store.ledger.launch({ mailing: 'tides', build, startsAt: 0 }))
  server = aServer({ links: store.links })
})
afterEach(() => store.remove())

const followed = async () => {
  await server.backlog.idle()
  return (await store.links.followed(launch)).map(({ number, count }) => [number, count])
}

describe('a link that is counted', () => {
  test('leads on, and is counted', async () => {
    const answer = await server.get(`/l/${launch}/1`)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe('https://tables.example.org/?day=20&tide=high#noon')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('set-cookie')).toBeNull()
    const other = await server.get(`/l/${launch}/2`)
    expect(other.headers.get('location')).toBe('https://xn--bcher-kva.example/%C3%A4')
    await server.get(`/l/${launch}/1`)
    expect(await followed()).toEqual([
      [1, 2],
      [2, 1],
    ])
    expect(server.lines).toEqual([])
  })

  test('is the same whatever else the address says', async () => {
    const answer = await server.get(`/l/${launch}/1?to=https://evil.example/&url=https://evil.example/`)
    expect(answer.headers.get('location')).toBe('https://tables.example.org/?day=20&tide=high#noon')
  })

  test.each([
    ['Sec-Purpose', 'prefetch;prerender'],
    ['Purpose', 'prefetch'],
    ['X-Purpose', 'preview'],
    ['X-Moz', 'prefetch'],
  ])('leads a program on that looks ahead with %s: %s, and does not count it', async (name, value) => {
    expect((await server.get(`/l/${launch}/1`, { [name]: value })).status).toBe(302)
    expect(await followed()).toEqual([])
  })

  test('leads on who asks for the head alone, and does not count it', async () => {
    const answer = await server.app.request(`/l/${launch}/1`, { method: 'HEAD' })
    expect(answer.status).toBe(302)
    expect(await followed()).toEqual([])
  })

  test('of a test leads on, and is not counted', async () => {
    expect((await server.get(`/l/${digest}/1`)).status).toBe(302)
    expect(await followed()).toEqual([])
  })

  test.each([
    ['a number that there is not', () => `/l/${launch}/3`],
    ['a launch that there was not', () => `/l/${launch + 1}/1`],
    ['a build that there was not', () => `/l/${'cd'.repeat(32)}/1`],
    ['no number', () => `/l/${launch}/x`],
    ['an address', () => `/l/${launch}/${encodeURIComponent('https://evil.example/')}`],
  ])('does not lead on by %s', async (_, path) => {
    const answer = await server.get(path())
    expect(answer.status).toBe(404)
    expect(answer.headers.get('location')).toBeNull()
    expect(await answer.text()).toContain('<!doctype html>')
    expect(await followed()).toEqual([])
  })

  test('is led to by GET alone', async () => {
    expect((await server.post(`/l/${launch}/1`)).status).toBe(405)
  })

  test('takes up one piece of work however often it is followed at a time', async () => {
    let pieces = 0
    const work = backlog(() => undefined)
    const counted = aServer({
      links: store.links,
      backlog: { ...work, add: piece => work.add(piece) && ++pieces > 0 },
    })
    let release = () => {}
    work.add(() => new Promise(resolve => (release = resolve)))
    for (let time = 0; time < 50; time += 1) await counted.get(`/l/${launch}/1`)
    release()
    await work.idle()
    expect(pieces).toBe(1)
    expect(await followed()).toEqual([[1, 50]])
  })

  test('is none where nothing is counted', async () => {
    expect((await aServer().get(`/l/${launch}/1`)).status).toBe(404)
  })
})
