import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { NamesUnavailable } from '../../../pipeline/send/identity/names.js'
import { nodeNames } from '../../../pipeline/world/dns.js'

const types = { a: 1, mx: 15, txt: 16, aaaa: 28 } as const

/** A name as it stands in a message (RFC 1035, 3.1). */
const labels = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split('.')
      .flatMap(label => (label === '' ? [] : [Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ])
const texts = (...pieces: readonly string[]): Buffer =>
  Buffer.concat(pieces.flatMap(piece => [Buffer.from([piece.length]), Buffer.from(piece)]))
const mx = (preference: number, exchange: string): Buffer =>
  Buffer.concat([Buffer.from([0, preference]), labels(exchange)])

/** What a server of names answers: data by type and name, or the code of a failure (RFC 1035, 4.1.1). */
const zone: Readonly<Record<string, readonly Buffer[] | number>> = {
  'txt/example.org': [texts('v=spf1 ', '-all'), texts('other')],
  'mx/example.org': [mx(20, 'second.example.org'), mx(10, 'first.example.org')],
  'mx/null.example': [mx(0, '')],
  'a/example.org': [Buffer.from([192, 0, 2, 1])],
  'aaaa/example.org': [Buffer.from('20010db8000000000000000000000001', 'hex')],
  'txt/nowhere.example': 3,
  'txt/broken.example': 2,
  'txt/refused.example': 5,
}

/** Starts a server of names that listens to this machine alone. */
async function names() {
  const server = createSocket('udp4')
  server.on('message', (query, { port, address }) => {
    const end = query.indexOf(0, 12) + 5
    const question = query.subarray(12, end)
    const name = question
      .subarray(0, -4)
      .toString('latin1')
      .replace(/[\x00-\x1f]/g, '.')
      .slice(1, -1)
      .toLowerCase()
    const asked = question.readUInt16BE(question.length - 4)
    const type = Object.entries(types).find(([, number]) => number === asked)?.[0]
    const found = zone[`${type}/${name}`] ?? []
    const data = typeof found === 'number' ? [] : found
    const head = Buffer.from([
      0,
      0,
      0x81,
      0x80 + (typeof found === 'number' ? found : 0),
      0,
      1,
      0,
      data.length,
      0,
      0,
      0,
      0,
    ])
    query.copy(head, 0, 0, 2)
    const records = data.map(bytes => {
      const record = Buffer.from([0xc0, 12, 0, asked, 0, 1, 0, 0, 0, 60, 0, bytes.length])
      return Buffer.concat([record, bytes])
    })
    server.send(Buffer.concat([head, question, ...records]), port, address)
  })
  await new Promise<void>(done => server.bind(0, '127.0.0.1', done))
  onTestFinished(() => new Promise<void>(done => server.close(() => done())))
  return [`127.0.0.1:${(server.address() as AddressInfo).port}`]
}

test('names are asked for', async () => {
  const ask = nodeNames(undefined, await names())
  expect(await ask.txt('example.org')).toEqual(['v=spf1 -all', 'other'])
  expect(await ask.mx('example.org')).toEqual(['first.example.org', 'second.example.org'])
  expect(await ask.mx('null.example')).toEqual([''])
  expect(await ask.addresses('example.org')).toEqual(['192.0.2.1', '2001:db8::1'])
})

test('what is not there is nothing, and what cannot be told is said to be that', async () => {
  const ask = nodeNames(undefined, await names())
  expect(await ask.txt('nowhere.example')).toEqual([])
  expect(await ask.txt('without.example')).toEqual([])
  expect(await ask.mx('without.example')).toEqual([])
  expect(await ask.addresses('without.example')).toEqual([])
  for (const [name, code] of [
    ['broken', 'ESERVFAIL'],
    ['refused', 'EREFUSED'],
  ] as const)
    await expect(ask.txt(`${name}.example`)).rejects.toThrow(
      new NamesUnavailable(`the names of ${name}.example could not be asked for (${code})`),
    )
})

test('a name that is none is nothing', async () => {
  const ask = nodeNames(undefined, await names())
  await expect(ask.txt(`${'x'.repeat(70)}.example`)).rejects.toThrow(NamesUnavailable)
})

test('nothing is asked after it is stopped', async () => {
  const ask = nodeNames(AbortSignal.abort(new Error('stopped')), await names())
  await expect(ask.txt('example.org')).rejects.toThrow('stopped')
})
