import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../../../support/cli.js'
import { type MailReceiver, startReceiver } from '../../../support/mail-receiver.js'
import {
  type HealthyServer,
  healthyServer,
  hostOf,
  launchForLater,
  sendingPublication,
} from '../../../support/sending-publication.js'

let mail: MailReceiver
let server: HealthyServer
let cwd: string
const taken: string[] = []

beforeAll(async () => {
  mail = await startReceiver({
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('gone'))
        return done(Object.assign(new Error('5.1.1 nobody'), { responseCode: 550 }))
      taken.push(address)
      done()
    },
  })
  server = await healthyServer()
})
afterAll(async () => {
  await mail.close()
  await server.close()
})

beforeEach(async () => {
  cwd = temporaryFolder()
  taken.length = 0
  await sendingPublication(cwd, { port: mail.port, url: server.url })
})

const call = (...argv: string[]) => trifold(argv, { cwd })

async function add(...names: string[]) {
  for (const name of names)
    expect((await call('readers', 'add', `${name}@example.org`, '--name', name)).code).toBe(0)
}

const digestIn = (text: string): string => /build\s+([\da-f]{12})/.exec(text)?.[1] ?? ''

/** Shows it, tests it, confirms it. */
async function launch(...more: string[]) {
  const digest = digestIn((await call('send', 'tides', ...more)).stdout)
  expect((await call('send', 'tides', '--test', 'me@example.org')).code).toBe(0)
  taken.length = 0
  return call('send', 'tides', '--confirm', digest, ...more)
}

test('says who would get what, and sends nothing', async () => {
  await add('anna', 'bela')
  const { code, stdout } = await call('send', 'content/tides.md')
  expect(stdout).toContain('Between tides')
  expect(stdout).toContain('2 readers')
  expect(stdout).toContain('anna@example.org')
  expect(stdout).toContain('trifold send tides --test')
  expect(code).toBe(0)
  expect(taken).toEqual([])
})

test('sends a test, and then what was confirmed to each once', async () => {
  await add('anna', 'bela')
  const sent = await launch()
  expect(sent.stderr).toBe('')
  expect(sent.stdout).toContain('2 sent')
  expect(sent.code).toBe(0)
  expect(taken.toSorted()).toEqual(['anna@example.org', 'bela@example.org'])
  const { raw = '' } = mail.received.findLast(({ to }) => to === 'anna@example.org') ?? {}
  expect(raw).toMatch(/^List-Unsubscribe:\s+<http:\/\/127\.0\.0\.1:\d+\/unsubscribe\/1\.1\.1\.[\da-f]+>\r$/m)
  expect(raw.replaceAll('=\r\n', '').replaceAll('=20', ' ')).toContain('Dear anna,')
  // Once more there is nobody left to send it to.
  const again = await call('send', 'tides')
  expect(again.stdout).toContain('Everybody it is for has had it')
  expect(again.code).toBe(1)
})

test('launches nothing but what was shown and tested', async () => {
  await add('anna')
  const digest = digestIn((await call('send', 'tides')).stdout)
  const untested = await call('send', 'tides', '--confirm', digest)
  expect(untested.stderr).toContain('was not tested')
  expect(untested.code).toBe(1)
  writeFileSync(
    join(cwd, 'content/tides.md'),
    readFileSync(join(cwd, 'content/tides.md'), 'utf8').replace('slack', 'high'),
  )
  await call('build')
  const other = await call('send', 'tides', '--confirm', digest, '--untested')
  expect(other.stderr).toContain('another than the one that you looked at')
  writeFileSync(join(cwd, 'dist/tides/email.html'), 'by hand')
  const byHand = await call('send', 'tides')
  expect(byHand.stderr).toContain('is not as it was built')
  expect(byHand.code).toBe(2)
  expect(taken).toEqual([])
})

test('an issue that is not built, or is mistyped, is told with those that are', async () => {
  const { stderr, code } = await call('send', 'tide')
  expect(stderr).toMatch(/^There is no build of tide: .* Built are tides; `trifold build` builds others\.\n$/)
  expect(code).toBe(2)
  const none = temporaryFolder()
  writeFileSync(join(none, 'trifold.yaml'), 'name: N\n')
  expect((await trifold(['send', 'tides'], { cwd: none })).stderr).toMatch(/Run `trifold build` first\.\n$/)
})

test('what a command takes is said where to be found', async () => {
  expect((await call('send')).stderr).toContain('Run `trifold send --help` for what it takes.')
  expect((await call('send', 'status', '--nothing')).stderr).toContain('Run `trifold send status --help`')
})

test('a segment that nobody is in, and a list that is empty, are told apart', async () => {
  expect((await call('send', 'tides')).stdout).toContain(
    'nobody on the list is active. `trifold readers add`',
  )
  await add('anna')
  expect((await call('send', 'tides', '--segment', 'tag:membres')).stdout).toContain(
    'Nobody is in the segment tag:membres; is it written as it stands in `trifold readers list`?',
  )
})

test('tells of a mailbox that is not there, and does not write to it again', async () => {
  await add('anna', 'gone')
  const sent = await launch()
  expect(sent.stdout).toContain('1 sent, 1 failed')
  expect(sent.code).toBe(1)
  expect((await call('send', 'status', 'tides')).stdout).toMatch(
    /failed {2}reader 2 {2}gone@example\.org {2}550 5\.1\.1 nobody/,
  )
  expect((await call('readers', 'list', '--state', 'bounced')).stdout).toContain('gone@example.org')
  // Trying anew leaves out who is bounced.
  const again = await call('send', 'retry', 'tides', '--failed')
  expect(again.stdout).toContain('1 is tried again.\n1 sent, 1 left since')
})

test('a value that is missing stops the launch, not the middle of it', async () => {
  await sendingPublication(cwd, {
    port: mail.port,
    url: server.url,
    article: '---\ntitle: Between tides\ndate: 2026-11-28\n---\n\nHow is it in {{ town }}?\n',
  })
  await add('anna')
  await call('readers', 'add', 'bela@example.org', '--attribute', 'town=Saltmere')
  const { stdout, code } = await call('send', 'tides')
  expect(stdout).toContain('One reader has no value for {{ town }}, which has no default: anna@example.org')
  expect(code).toBe(1)
  const sent = await launch('--segment', 'town:saltmere')
  expect(sent.stdout).toContain('1 sent')
  expect(taken).toEqual(['bela@example.org'])
})

test('one other byte at the host, and no mail leaves', async () => {
  const host = await hostOf(join(cwd, 'dist'))
  try {
    await sendingPublication(cwd, {
      port: mail.port,
      url: server.url,
      config: `url: ${host.url}\n`,
      formats: 'email, web',
    })
    await add('anna')
    const good = await call('send', 'tides')
    expect(good.stdout).toContain('1 reader')
    expect(good.code).toBe(0)
    const page = join(cwd, 'dist/tides/index.html')
    const bytes = readFileSync(page)
    host.serve = path =>
      path.endsWith('index.html') ? Buffer.concat([bytes.subarray(1), Buffer.from('x')]) : undefined
    const digest = digestIn(good.stdout)
    const { stderr, code } = await call('send', 'tides', '--confirm', digest, '--untested')
    expect(stderr).toContain(`${host.url}/tides/index.html is not as it was built`)
    expect(stderr).toContain('Nothing was sent')
    expect(code).toBe(1)
    expect(taken).toEqual([])
  } finally {
    await host.close()
  }
})

test('a correction reaches those who were sent the issue, and no others', async () => {
  await add('anna', 'gone')
  expect((await launch()).stdout).toContain('1 sent, 1 failed')
  await add('bela')
  expect((await call('send', 'tides', '--correction')).stdout).toContain(
    'This build is the one that was sent',
  )
  const article = join(cwd, 'content/tides.md')
  writeFileSync(article, readFileSync(article, 'utf8').replace('slack', 'high'))
  await call('build')
  const sent = await launch('--correction')
  expect(sent.stdout).toContain('1 sent')
  expect(taken).toEqual(['anna@example.org'])
  const both = mail.received.filter(({ to }) => to === 'anna@example.org').slice(-2)
  const idOf = (raw: string) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]
  expect(new Set(both.map(({ raw }) => idOf(raw))).size).toBe(2)
  expect((await call('send', 'tides', '--correction')).stdout).toContain('Everybody it is for has had it')
})

test('a launch is paused from elsewhere, and goes on', async () => {
  await add('anna', 'bela')
  const digest = digestIn((await call('send', 'tides')).stdout)
  await launchForLater(cwd, digest)
  expect((await call('send', 'pause', 'tides')).stdout).toContain('launch 1 is paused')
  expect((await call('send', 'status')).stdout).toContain('paused: By hand')
  const again = await call('send', 'retry', 'tides', '--failed')
  expect(again.stderr).toContain('There is nothing to do for tides: launch 1 is paused, 2 to go')
  expect((await call('send', 'cancel', '1')).stdout).toContain('cancelled')
  expect((await call('send', 'resume', 'tides')).stderr).toContain('launch 1 is cancelled, 2 cancelled')
  expect((await call('send', 'tides')).stdout).toContain('2 readers')
  expect(taken).toEqual([])
})

describe('the list', () => {
  test('knows who left, and who was erased', async () => {
    await add('anna', 'bela')
    expect((await call('readers', 'remove', 'ANNA@example.org')).stdout).toContain('sent nothing any more')
    expect((await call('readers', 'erase', 'bela@example.org')).stdout).toContain('is erased')
    expect((await call('readers', 'add', 'bela@example.org')).stderr).toContain('Only they can come back')
    expect((await call('readers', 'add', 'anna@example.org')).stderr).toContain(
      'on the list already, unsubscribed',
    )
    expect((await call('readers', 'list')).stdout).toBe('anna@example.org  unsubscribed  anna\n')
    expect((await call('readers', 'stats')).stdout).toMatch(/^unsubscribed {2}1$/m)
  })

  test('refuses what is no address', async () => {
    const { stderr, code } = await call('readers', 'add', 'anna@example.org, bela@example.org')
    expect(stderr).toContain('expected one address and nothing else')
    expect(code).toBe(2)
  })
})

test('--at is a time to come, and is waited for', async () => {
  await add('anna')
  expect((await call('send', 'tides', '--confirm', 'x'.repeat(12), '--at', 'tomorrow')).stderr).toContain(
    '--at: expected',
  )
  expect(
    (await call('send', 'tides', '--confirm', 'x'.repeat(12), '--at', '2020-01-01 08:00')).stderr,
  ).toContain('is over')
  const digest = digestIn((await call('send', 'tides')).stdout)
  const waiting = await launchForLater(cwd, digest)
  expect(waiting.code).toBe(130)
  expect(waiting.stdout).toContain('is set for 1 Jan 2126')
  expect((await call('send', 'status')).stdout).toContain('set for 1 Jan 2126')
  expect((await call('send', 'cancel', 'tides')).stdout).toContain('cancelled')
  expect(taken).toEqual([])
})
