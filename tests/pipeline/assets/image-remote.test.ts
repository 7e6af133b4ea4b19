import { expect, test } from 'vitest'
import { type RemoteImages, remoteImage } from '../../../pipeline/assets/image-remote.js'
import { FetchRefused } from '../../../pipeline/world.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

const remote: RemoteImages = {
  hosts: ['img.example.org', '*.cdn.example'],
  private: false,
  cache: '/letter/.trifold/images',
}

/** A world with a network that gives three bytes for every address, and counts. */
function counting() {
  const asked: string[] = []
  const world = memoryWorld({
    fetch: async ({ url }) => {
      asked.push(url)
      return { bytes: Uint8Array.of(1, 2, 3), url }
    },
  })
  return { asked, world }
}

test('is fetched once, and then had from the cache, without a network too', async () => {
  const { asked, world } = counting()
  const first = await remoteImage('https://img.example.org/a.png', remote, world)
  const again = await remoteImage('https://img.example.org/a.png', remote, world)
  expect(first).toEqual(again)
  expect(asked).toEqual(['https://img.example.org/a.png'])
  const path = 'path' in first ? first.path : ''
  expect(path).toMatch(/^\/letter\/\.trifold\/images\/[0-9a-f]{64}$/)
  expect([...(await world.files.read(path))]).toEqual([1, 2, 3])
  const offline = memoryWorld({ files: { [path]: Uint8Array.of(1, 2, 3) } })
  expect(await remoteImage('//img.example.org/a.png', remote, offline)).toEqual({ path })
})

test.each([
  ['https://img.example.org/a.png', true],
  ['https://a.b.cdn.example/a.png', true],
  ['https://cdn.example/a.png', false],
  ['https://example.org/a.png', false],
  ['https://img.example.org.evil.example/a.png', false],
  ['https://img.example.org@evil.example/a.png', false],
  ['ftp://img.example.org/a.png', false],
  ['http:///', false],
])('%s is asked for: %s', async (url, expected) => {
  const { asked, world } = counting()
  const located = await remoteImage(url, remote, world)
  expect(asked.length > 0).toBe(expected)
  if (!expected) expect(located).toMatchObject({ rule: 'image-remote' })
})

test('is not asked for where the publication allows nothing, and the message says how to', async () => {
  const { asked, world } = counting()
  expect(await remoteImage('https://img.example.org/a.png', undefined, world)).toEqual({
    rule: 'image-remote',
    says: 'is at another address, and nothing is fetched. Save it beside the article and name the file, or allow its host in the config: `images: { remote: [img.example.org] }`',
  })
  expect(asked).toEqual([])
})

test('that cannot be fetched is told of, with the reason', async () => {
  const world = memoryWorld({
    fetch: async () => {
      throw new FetchRefused('the host answers 404')
    },
  })
  expect(await remoteImage('https://img.example.org/a.png', remote, world)).toEqual({
    rule: 'image-unfetched',
    says: 'could not be fetched: the host answers 404. Its alternative text stands in; build again when it can be had, or save it beside the article',
  })
})
