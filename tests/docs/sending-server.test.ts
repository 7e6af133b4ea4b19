import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../pipeline/config/load.js'
import { nextTry } from '../../pipeline/send/policy/backoff.js'
import { openTransport } from '../../pipeline/world/transports/open-transport.js'
import { memoryWorld } from '../../pipeline/world-memory.js'
import { readPage } from './page.js'
import ownTransport from './sending/transport.js'

const root = join(import.meta.dirname, '../..')
const page = readPage('docs/sending.md')
const part = /^## The mail server\n.*?^## The signature/ms.exec(page)?.[0] ?? ''
const examples = [...part.matchAll(/^```(yaml|ts)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}))

/** An example as the config of a publication, which finds the packages that are installed here. */
async function load({ kind, text }: { kind: string; text: string }) {
  const file = join(root, kind === 'yaml' ? 'trifold.yaml' : 'trifold.config.ts')
  const world = memoryWorld({ files: { [file]: text } })
  const { config, messages } = await loadConfig(world, { folder: root })
  expect(messages).toEqual([])
  return { config, world }
}

const withText = (words: string) =>
  examples.find(({ text }) => text.includes(words)) ?? { kind: 'yaml', text: '' }

describe('docs/sending.md, the mail server', () => {
  test('has its examples', () => {
    expect(examples.map(({ kind }) => kind)).toEqual(['yaml', 'yaml', 'ts', 'yaml'])
  })

  test.each([
    ['smtp:', 'smtp.example.org:587'],
    ['outbox:', join(root, 'outbox')],
    ['createTransport', 'sending.transport'],
  ])('%s opens what it says', async (words, name) => {
    const { config, world } = await load(withText(words))
    const { sending, transporter } = config
    expect(openTransport(sending, { env: {}, files: world.files, transporter }).name).toBe(name)
  })

  test('has the transporter word for word as it is compiled', () => {
    expect(ownTransport.sending).toHaveProperty('transport.sendMail')
    const compiled = readPage('tests/docs/sending/transport.ts')
    const { text } = withText('createTransport')
    expect(text.replace("'trifold'", "'../../../pipeline/index.js'")).toBe(compiled)
  })

  test('says the ports that are taken by default', async () => {
    const rows = [...part.matchAll(/^\| `(starttls|implicit|none)` \| (\d+) \|/gm)]
    expect(rows).toHaveLength(3)
    for (const [, tls, port] of rows) {
      const { config } = await load({
        kind: 'yaml',
        text: `sending: { smtp: { host: localhost, tls: ${tls} } }`,
      })
      expect(config.sending.smtp?.port).toBe(Number(port))
    }
    const { config } = await load({ kind: 'yaml', text: 'sending: { smtp: { host: localhost, port: 465 } }' })
    expect(config.sending.smtp?.tls).toBe('implicit')
  })

  test('sets the pace', async () => {
    const { config } = await load(withText('pace:'))
    expect(config.sending.pace).toEqual({ connections: 5, perSecond: 14, perDomain: 2, perConnection: 100 })
  })

  test('says when readers who are put off are tried again', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map(
      attempts => (nextTry({ attempts, firstTriedAt: 0 }, 0, 0) ?? 0) / 60_000,
    )
    expect(waits).toEqual([1, 4, 16, 64, 256, 360, 360])
    expect(part).toContain('after a minute, four, sixteen, about an hour, four hours, and then every six')
  })
})
