import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { fetchFile } from '../../../pipeline/world/fetch.js'
import { isPrivateAddress } from '../../../pipeline/world/private-address.js'
import { FetchRefused, type FetchRequest } from '../../../pipeline/world.js'

let server: Server | undefined
let asked: string[] = []
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A host on this machine; its origin. */
async function host(answer: RequestListener): Promise<string> {
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const get = (url: string, changes: Partial<FetchRequest> = {}) =>
  fetchFile({ url, allows: () => true, allowPrivate: true, bytes: 1000, milliseconds: 5000, ...changes })

describe('a file of another host', () => {
  test('is fetched, where it leads on too', async () => {
    const origin = await host(({ url }, response) => {
      if (url === '/a') response.writeHead(302, { location: '/b' }).end()
      else response.end('bytes')
    })
    expect(Buffer.from((await get(`${origin}/a`)).bytes).toString()).toBe('bytes')
    expect(asked).toEqual(['/a', '/b'])
  })

  test.each<[what: string, answer: RequestListener, changes: Partial<FetchRequest>, says: RegExp]>([
    ['is not there', (_, response) => response.writeHead(404).end(), {}, /answers 404/],
    ['is larger than it may be', (_, response) => response.end(Buffer.alloc(5000)), {}, /larger than 1000/],
    ['never comes', () => undefined, { milliseconds: 200 }, /nothing came within 0\.2 s/],
    ['comes too slowly', (_, response) => response.write('a'), { milliseconds: 200 }, /within 0\.2 s/],
    [
      'leads round',
      (_, response) => response.writeHead(301, { location: '/' }).end(),
      {},
      /more than 5 times/,
    ],
    [
      'leads to what is not allowed',
      (_, response) => response.writeHead(302, { location: 'http://other.example/' }).end(),
      { allows: url => url.hostname === '127.0.0.1' },
      /other\.example is not one of the hosts/,
    ],
    [
      'leads to a file of the disk',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      {},
      /file: is not http or https/,
    ],
  ])('that %s is refused with the reason', async (_, answer, changes, says) => {
    const origin = await host(answer)
    const fault = await get(`${origin}/`, changes).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(FetchRefused)
    expect(String(fault)).toMatch(says)
  })

  test('is not asked for on this machine or its network, by number or by name', async () => {
    const origin = await host((_, response) => response.end('secret'))
    const { port } = new URL(origin)
    for (const name of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433']) {
      const fetched = get(`http://${name}:${port}/`, { allowPrivate: false })
      await expect(fetched, name).rejects.toThrow(/address of this machine/)
    }
    expect(asked).toEqual([])
  })

  test('stops when the run is stopped', async () => {
    const origin = await host(() => undefined)
    const stop = new AbortController()
    const fetched = get(`${origin}/`, { signal: stop.signal })
    setTimeout(() => stop.abort(new Error('Stopped by hand')), 50)
    await expect(fetched).rejects.toThrow('Stopped by hand')
  })
})

test.each([
  ['10.1.2.3', true],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['::1', true],
  ['fe80::1', true],
  ['fd00::1', true],
  ['::ffff:192.168.0.1', true],
  ['::ffff:7f00:1', true],
  ['not an address', true],
  ['8.8.8.8', false],
  ['2606:4700:4700::1111', false],
])('%s is private: %s', (address, expected) => expect(isPrivateAddress(address)).toBe(expected))
