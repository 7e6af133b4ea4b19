import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../../../support/cli.js'
import { type MailReceiver, startReceiver } from '../../../support/mail-receiver.js'
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
  await sendingPublication(cwd, { port: mail.port, url: server.url, sending: '  outbox: outbox\n' })
  await call('readers', 'add', 'anna@example.org')
})

const call = (...argv: string[]) => trifold(argv, { cwd })
const config = () => join(cwd, 'trifold.yaml')
const change = (from: string, to: string) =>
  writeFileSync(config(), readFileSync(config(), 'utf8').replace(from, to))
const digest = async () => /build\s+([\da-f]{12})/.exec((await call('send', 'tides')).stdout)?.[1] ?? ''
const launch = async (...more: string[]) =>
  call('send', 'tides', '--confirm', await digest(), '--untested', ...more)

test('who was in a rehearsal gets the issue all the same', async () => {
  expect((await call('send', 'tides')).stdout).toContain('This is a rehearsal')
  const rehearsed = await launch()
  expect(rehearsed.stdout).toContain('1 sent')
  expect(rehearsed.stderr).toContain('reached nobody')
  expect(readdirSync(join(cwd, 'outbox'))).toHaveLength(1)
  expect((await call('send', 'tides')).stdout).toContain('was in a rehearsal of this build')
  expect((await call('send', 'status')).stdout).toContain('launch 1, a rehearsal, done')

  change('  outbox: outbox\n', '')
  const sent = await launch()
  expect(sent.stdout).toContain('1 sent')
  expect(sent.stderr).toBe('')
  expect(mail.received.map(({ to }) => to)).toContain('anna@example.org')
})

test('each build can be rehearsed', async () => {
  await launch()
  const article = join(cwd, 'content/tides.md')
  writeFileSync(article, readFileSync(article, 'utf8').replace('slack', 'high'))
  await call('build')
  expect((await launch()).stdout).toContain('1 sent')
})

test('a rehearsal needs no server where readers leave, and says that there is none', async () => {
  change(server.url, 'http://127.0.0.1:9')
  const { stdout, code } = await call('send', 'tides')
  expect(stdout).toMatch(/– http:\/\/127\.0\.0\.1:9 does not answer/)
  expect(code).toBe(0)
})
