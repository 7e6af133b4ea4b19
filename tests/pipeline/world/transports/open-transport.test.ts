import { expect, test } from 'vitest'
import { TransportRefused } from '../../../../pipeline/send/transport.js'
import { openTransport } from '../../../../pipeline/world/transports/open-transport.js'

const pace = { connections: 5, perConnection: 100 }
const smtp = { host: 'smtp.example.org', port: 587, tls: 'starttls' } as const
const transporter = { sendMail: async () => undefined }
const sources = { env: {}, files: { write: async () => undefined, kind: async () => undefined } }

test.each([
  ['a mail server', { smtp }, {}, 'smtp.example.org:587', 5],
  ['a folder', { outbox: '/outbox' }, {}, '/outbox', 1],
  ['a folder before a server', { outbox: '/outbox', smtp }, { transporter }, '/outbox', 1],
  ["the publication's own before a server", { smtp }, { transporter }, 'sending.transport', 5],
])('%s is opened', (_, settings, more, name, connections) => {
  const transport = openTransport({ ...settings, pace }, { ...sources, ...more })
  expect([transport.name, transport.connections]).toEqual([name, connections])
})

test('where there is none, it is said what to set', () => {
  expect(() => openTransport({ pace }, sources)).toThrow(TransportRefused)
  expect(() => openTransport({ pace }, sources)).toThrow(
    /set sending\.smtp to your mail server, or sending\.outbox/,
  )
})
