import { describe, expect, test } from 'vitest'
import { readerAddresses } from '../../../pipeline/readers/addresses.js'
import { aReader } from '../../support/reader-store-behaves.js'
import { aServer } from '../../support/readers-server.js'

const reader = aReader('hester@example.org', {
  name: 'Hester <Quayle>',
  since: Date.UTC(2026, 0, 2, 3, 4, 5),
  attributes: { lang: 'en-GB', town: 'Saltmere' },
  tags: ['members', 'tides'],
  consent: { at: Date.UTC(2026, 0, 2, 3, 4, 5), source: 'form', address: '203.0.113.9' },
})

async function opened() {
  const server = aServer()
  await server.readers.add([reader])
  const link = new URL(readerAddresses(server.url, server.secret).preferences({ reader: 1, launch: 4 }))
    .pathname
  return { server, link }
}

describe('what is known of a reader', () => {
  test('is shown', async () => {
    const { server, link } = await opened()
    const text = await (await server.get(link)).text()
    for (const known of [
      'hester@example.org',
      'Hester &#x3C;Quayle>',
      'Saltmere',
      'members, tides',
      '203.0.113.9',
    ])
      expect(text).toContain(known)
    expect(text).toContain('2 January 2026')
  })

  test('is given as a file', async () => {
    const { server, link } = await opened()
    const answer = await server.get(`${link}/data.json`)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="subscription.json"')
    expect(await answer.json()).toEqual({
      ...reader,
      since: '2026-01-02T03:04:05.000Z',
      consent: { ...reader.consent, at: '2026-01-02T03:04:05.000Z' },
      softBounces: 0,
    })
  })

  test('is given to nobody else', async () => {
    const { server, link } = await opened()
    const other = link.replace(/\.1\./, '.2.')
    for (const path of [other, `${other}/data.json`, `${other}/erase`]) {
      const answer = await server.get(path)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('hester')
    }
    expect((await server.post(`${other}/erase`)).status).toBe(404)
    expect(await server.readers.get(1)).toBeDefined()
  })
})

describe('the name', () => {
  test('is changed', async () => {
    const { server, link } = await opened()
    const answer = await server.post(link, { name: '  Hester   Q. ' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Saved.')
    expect(await server.readers.get(1)).toEqual({ ...reader, id: 1, softBounces: 0, name: 'Hester Q.' })
  })

  test('is taken away where none is given', async () => {
    const { server, link } = await opened()
    await server.post(link, { name: ' ' })
    expect(await server.readers.get(1)).not.toHaveProperty('name')
  })

  test('that is none changes nothing', async () => {
    const { server, link } = await opened()
    expect((await server.post(link, { name: 'see www.example.net' })).status).toBe(422)
    expect(await server.readers.get(1)).toMatchObject({ name: reader.name })
  })
})

test('the page leads to the way out, which needs another press', async () => {
  const { server, link } = await opened()
  const [, path = ''] = /action="(\/unsubscribe\/[^"]+)"/.exec(await (await server.get(link)).text()) ?? []
  expect((await server.post(path)).status).toBe(200)
  expect(await server.readers.get(1)).toMatchObject({ state: 'unsubscribed' })
  expect(await (await server.get(link)).text()).toContain('you have left')
})

describe('erasing', () => {
  test('asks once more', async () => {
    const { server, link } = await opened()
    const [, path = ''] =
      /href="(\/preferences\/[^"]+\/erase)"/.exec(await (await server.get(link)).text()) ?? []
    const asked = await server.get(path)
    expect(await asked.text()).toContain('Erase all of it?')
    expect(await server.readers.get(1)).toBeDefined()
  })

  test('leaves nothing, and an import cannot undo it', async () => {
    const { server, link } = await opened()
    expect(await (await server.post(`${link}/erase`)).text()).toContain('All of it is erased')
    expect(await server.readers.get(1)).toBeUndefined()
    expect((await server.readers.add([reader]))[0]?.kind).toBe('suppressed')
    expect(server.lines).toEqual(['Reader 1 was erased by their own wish'])
    for (const path of [link, `${link}/data.json`, `${link}/erase`])
      expect(await (await server.get(path)).text()).toContain('You are not on the list')
    expect((await server.post(`${link}/erase`)).status).toBe(200)
    expect((await server.post(link, { name: 'Back' })).status).toBe(200)
    expect(await server.readers.get(1)).toBeUndefined()
  })
})
