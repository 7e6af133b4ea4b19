import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskFiles } from '../../../../pipeline/world/disk.js'
import { outboxTransport } from '../../../../pipeline/world/transports/outbox.js'
import { messageTo } from '../../../support/smtp-transport.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trifold-outbox-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('each message is a file, and the same again is the same file', async () => {
  const outbox = join(folder, 'outbox')
  const transport = outboxTransport(outbox, diskFiles())
  await transport.verify()
  const channel = transport.channel()
  const first = await channel.send(messageTo('ada@example.org'))
  await channel.send(messageTo('../../bea@example.org'))
  expect(await channel.send(messageTo('ada@example.org'))).toEqual(first)
  await channel.close()
  const names = await readdir(outbox)
  expect(names).toHaveLength(2)
  for (const name of names) expect(name).toMatch(/^[\da-f]{32}\.eml$/)
  const texts = await Promise.all(names.map(name => readFile(join(outbox, name), 'utf8')))
  expect(texts).toContain(messageTo('ada@example.org').raw.toString())
})

test('messages without an id are told apart by what they hold', async () => {
  const outbox = join(folder, 'nameless')
  const channel = outboxTransport(outbox, diskFiles()).channel()
  const { envelope } = messageTo()
  for (const text of ['a', 'b', 'a', 'Message-ID: none\r\n\r\nMessage-ID: <x@y>'])
    await channel.send({ envelope, raw: Buffer.from(text) })
  expect(await readdir(outbox)).toHaveLength(3)
})

test('what cannot be written stops everything', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  const channel = outboxTransport('/outbox', {
    kind: async () => undefined,
    write: () => Promise.reject(full),
  }).channel()
  expect(await channel.send(messageTo())).toEqual({
    kind: 'halted',
    reason: '/outbox cannot be written to: ENOSPC: no space left on device, write',
  })
})

test('a file is no folder', async () => {
  const transport = outboxTransport('/outbox', { kind: async () => 'file', write: async () => undefined })
  await expect(transport.verify()).rejects.toThrow(/is a file, expected a folder/)
})
