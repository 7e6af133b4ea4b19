import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../../pipeline/world/store/database.js'
import { openStore } from '../../../../pipeline/world/store/open-store.js'
import { temporaryFolder, trifold } from '../../../support/cli.js'
import { type MailReceiver, startReceiver } from '../../../support/mail-receiver.js'
import { aServer } from '../../../support/readers-server.js'
import {
  type HealthyServer,
  healthyServer,
  sendingPublication,
} from '../../../support/sending-publication.js'

let mail: MailReceiver
let server: HealthyServer
let cwd: string

beforeAll(async () => {
  mail = await startReceiver()
  server = await healthyServer()
})
afterAll(async () => {
  await mail.close()
  await server.close()
})
beforeEach(async () => {
  cwd = temporaryFolder()
  await sendingPublication(cwd, {
    port: mail.port,
    url: server.url,
    sending: '  countLinks: true\n',
    article:
      '---\ntitle: Between tides\ndate: 2026-11-28\n---\n\nDear {{ name | default: "reader" }}, see [the table](https://tables.example.org/today).\n',
  })
  for (const name of ['anna', 'bela']) await call('readers', 'add', `${name}@example.org`, '--name', name)
})

const call = (...argv: string[]) => trifold(argv, { cwd })

async function launch() {
  const shown = await call('send', 'tides')
  const digest = /build\s+([\da-f]{12})/.exec(shown.stdout)?.[1] ?? ''
  return call('send', 'tides', '--confirm', digest, '--untested')
}

const linkIn = async (to: string): Promise<string> => {
  const { raw = '' } = mail.received.findLast(each => each.to === to) ?? {}
  const { html = '' } = await PostalMime.parse(raw)
  return /href="([^"]*\/l\/[^"]*)"/.exec(html)?.[1] ?? ''
}

test('a link that is followed leads on, and is counted for all readers together', async () => {
  expect((await launch()).stdout).toContain('2 sent')
  const link = await linkIn('anna@example.org')
  expect(link).toBe(`${server.url}/l/1/1`)
  expect(await linkIn('bela@example.org')).toBe(link)

  const folder = join(cwd, 'readers')
  const store = await openStore(folder, { time: Date.now, isRunning: () => true })
  const db = await openDatabase(join(folder, 'readers.db'))
  try {
    const everythingElse = () =>
      db
        .all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('link_count')")
        .map(({ name }) => db.all(`SELECT * FROM "${name}"`))
    const before = everythingElse()
    const { get, backlog, lines } = aServer({ links: store.links, url: server.url })
    for (const client of ['203.0.113.1', '203.0.113.2']) {
      const answer = await get(link, { 'User-Agent': 'Firefox', 'X-Forwarded-For': client })
      expect(answer.headers.get('location')).toBe('https://tables.example.org/today')
    }
    await backlog.idle()
    expect(db.all('SELECT * FROM link_count')).toEqual([{ launch: 1, number: 1, count: 2 }])
    expect(everythingElse()).toEqual(before)
    expect(lines).toEqual([])
  } finally {
    db.close()
    await store.close()
  }

  const status = await call('send', 'status', 'tides')
  expect(status.stdout).toContain('  followed 2 times  https://tables.example.org/today\n')
  const [json] = (await call('send', 'status', 'tides', '--json')).stdout.split('\n')
  expect(JSON.parse(json ?? '')).toMatchObject({
    links: [{ number: 1, address: 'https://tables.example.org/today', count: 2 }],
  })
})

test('an email that does not say so is not sent with links that are counted, nor the other way', async () => {
  const config = join(cwd, 'trifold.yaml')
  writeFileSync(config, readFileSync(config, 'utf8').replace('countLinks: true', 'countLinks: false'))
  expect((await call('send', 'tides')).stdout).toContain('says that its links are counted')
  await call('build')
  expect((await call('send', 'tides')).stdout).not.toContain('counted')
  writeFileSync(config, readFileSync(config, 'utf8').replace('countLinks: false', 'countLinks: true'))
  expect((await call('send', 'tides')).stdout).toContain('the email does not say so to its readers')
  expect((await launch()).code).toBe(1)
})
