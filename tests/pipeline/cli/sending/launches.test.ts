import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ledger } from '../../../../pipeline/send/ledger.js'
import { openStore } from '../../../../pipeline/world/store/open-store.js'
import { temporaryFolder, trifold } from '../../../support/cli.js'
import { type MailReceiver, startReceiver } from '../../../support/mail-receiver.js'
import {
  type HealthyServer,
  healthyServer,
  sendingPublication,
  writeSendingConfig,
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
  await sendingPublication(cwd, { port: mail.port, url: server.url })
})

const call = (...argv: string[]) => trifold(argv, { cwd })
const callFor = (milliseconds: number, ...argv: string[]) =>
  trifold(argv, { cwd, signal: AbortSignal.timeout(milliseconds) })

async function add(...names: string[]) {
  for (const name of names) await call('readers', 'add', `${name}@example.org`)
}

async function digest(): Promise<string> {
  return /build\s+([\da-f]{12})/.exec((await call('send', 'tides')).stdout)?.[1] ?? ''
}

/** Has something done in the ledger, as another process has it. */
async function inLedger<T>(work: (ledger: Ledger) => Promise<T>): Promise<T> {
  const store = await openStore(join(cwd, 'readers'), { time: Date.now, isRunning: () => true })
  try {
    return await work(store.ledger)
  } finally {
    await store.close()
  }
}

const launched = (slug: string) => (ledger: Ledger) =>
  ledger.launch({
    mailing: slug,
    build: { digest: `of ${slug}`, slug, title: slug, files: new Map() },
    startsAt: 0,
  })

test('what is set for later waits for its time, though it was paused and resumed', async () => {
  await add('anna')
  const before = mail.received.length
  await callFor(300, 'send', 'tides', '--confirm', await digest(), '--untested', '--at', '2126-01-01T08:00Z')
  await call('send', 'pause', 'tides')
  const resumed = await callFor(300, 'send', 'resume', 'tides')
  expect(resumed.stderr).toContain('stays set')
  expect(resumed.code).toBe(130)
  expect(mail.received.length).toBe(before)
})

test('who was to get what was cancelled gets it by the next launch', async () => {
  await add('anna')
  const confirmed = ['send', 'tides', '--confirm', await digest(), '--untested']
  await callFor(300, ...confirmed, '--at', '2126-01-01T08:00Z')
  await call('send', 'cancel', 'tides')
  const again = await call(...confirmed)
  expect(again.stderr).toBe('')
  expect(again.stdout).toContain('1 sent')
})

test('--reader picks who is settled, by the number that the status names', async () => {
  await add('anna', 'bela')
  await inLedger(async ledger => {
    const turn = await ledger.begin((await launched('tides')(ledger)).id, 1)
    await ledger.exchange(turn, [], 2)
    await ledger.end(turn, [])
  })
  expect((await call('send', 'status', 'tides')).stdout).toContain('unknown  reader 2  bela@example.org')
  for (const wrong of ['bela', '0', '1e3', ''])
    expect((await call('send', 'resolve', 'tides', '--sent', '--reader', wrong)).code).toBe(2)
  expect((await call('send', 'resolve', 'tides', '--sent', '--reader', '2')).stdout).toContain('1 that was')
  expect((await call('send', 'status', 'tides')).stdout).toContain('1 sent, 1 unknown')
})

test('a number is an issue’s name where there is such an issue', async () => {
  await add('anna')
  await inLedger(launched('tides'))
  await inLedger(launched('1'))
  expect((await call('send', 'cancel', '1')).stdout).toContain('1: launch 2 is cancelled')
  expect((await call('send', 'cancel', '2')).stderr).toContain('launch 2 is cancelled')
})

test('what another process sends is left to it', async () => {
  await add('anna')
  await call('send', 'tides', '--confirm', await digest(), '--untested')
  await add('bela')
  await inLedger(async ledger => {
    const [{ digest = '' } = {}] = await ledger.launches()
    const build = await ledger.kept(digest)
    if (build)
      await ledger.begin((await ledger.launch({ mailing: 'tides', build, startsAt: 0 })).id, process.pid)
  })
  const { stderr, code } = await call('send', 'resume', 'tides')
  expect(stderr).toContain(`Process ${process.pid} of this machine is sending this launch`)
  expect(stderr).toContain('trifold send status tides')
  expect(code).toBe(0)
})

test('a host with a page for every address is not where readers can leave', async () => {
  const host = createServer((_, response) => response.end('<!doctype html>'))
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = host.address() as AddressInfo
    writeSendingConfig(cwd, { port: mail.port, url: `http://127.0.0.1:${port}` })
    await add('anna')
    const { stdout, code } = await call('send', 'tides')
    expect(stdout).toContain('readers could not leave: what answers there is another program')
    expect(code).toBe(1)
  } finally {
    await new Promise(resolve => host.close(resolve))
  }
})

test('a key that is not there is told of as what it is', async () => {
  await sendingPublication(cwd, {
    port: mail.port,
    url: server.url,
    sending: '  dkim: { domain: example.org, selector: s1, keyFile: gone.pem }\n',
  })
  const { stderr, code } = await call('send', 'tides', '--test', 'me@example.org')
  expect(stderr).toContain('gone.pem')
  expect(stderr).not.toContain('did not expect')
  expect(code).toBe(2)
})

test('a day that is not in the calendar is no time', async () => {
  const { stderr, code } = await call(
    'send',
    'tides',
    '--confirm',
    'x'.repeat(12),
    '--at',
    '2126-02-30 08:00',
  )
  expect(stderr).toContain('--at: expected')
  expect(code).toBe(2)
})

describe('what is said', () => {
  const lines = (stdout: string): Record<string, unknown>[] =>
    stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))

  test('with --json is JSON, and says what became of it', async () => {
    await add('anna')
    const tested = await call('send', 'tides', '--test', 'me@example.org', '--json')
    expect(lines(tested.stdout)).toMatchObject([
      { test: { email: 'me@example.org', verdict: { kind: 'sent' } } },
    ])
    const sent = await call('send', 'tides', '--confirm', await digest(), '--json')
    expect(lines(sent.stdout)).toMatchObject([
      { launch: { id: 1 } },
      { launch: { id: 1, state: 'done' }, counts: { sent: 1 } },
    ])
  })

  test('with --quiet is what is wrong', async () => {
    const { stdout, stderr, code } = await call('send', 'tides', '--quiet')
    expect(stdout).toBe('')
    expect(stderr).toContain('There is nobody to send it to')
    expect(code).toBe(1)
  })
})

test('nothing is sent on after the config has lost where readers leave', async () => {
  await add('anna')
  await callFor(300, 'send', 'tides', '--confirm', await digest(), '--untested', '--at', '2126-01-01T08:00Z')
  const before = mail.received.length
  await inLedger(async ledger => {
    const [{ digest = '' } = {}] = await ledger.launches()
    const build = await ledger.kept(digest)
    await ledger.setState(1, 'cancelled')
    if (build) await ledger.launch({ mailing: 'tides', build, startsAt: 0 })
  })
  const config = join(cwd, 'trifold.yaml')
  writeFileSync(config, readFileSync(config, 'utf8').replace(/^ {2}url: .*\n/m, ''))
  const { stderr, code } = await call('send', 'resume', 'tides')
  expect(stderr).toContain('There is no address where readers can leave')
  expect(code).toBe(2)
  expect(mail.received.length).toBe(before)
})
