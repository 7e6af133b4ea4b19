import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { readerAddresses } from '../../../../pipeline/readers/addresses.js'
import { type CallOptions, temporaryFolder, trifold } from '../../../support/cli.js'
import { type CutWire, cutWire } from '../../../support/cut-wire.js'
import { type Listener, listen } from '../../../support/listener.js'
import { type MailReceiver, startReceiver } from '../../../support/mail-receiver.js'
import { type Between, hostToken, type SendingHost, sendingHost } from '../../../support/sending-host.js'
import { sendingPublication, sharedFolder } from '../../../support/sending-publication.js'
import { testReader } from '../../../support/sending-store.js'

let mail: MailReceiver
let laptop: ReturnType<typeof sharedFolder>
let host: SendingHost
let between: Between | undefined
const taken: string[] = []

beforeAll(async () => {
  mail = await startReceiver({
    onRcptTo({ address }, _session, done) {
      taken.push(address)
      done()
    },
  })
  laptop = sharedFolder()
  // No mail server is at port 1, and no reader could leave there: none of it is the laptop's to know.
  await sendingPublication(laptop.path, { port: 1, url: 'https://not-asked.invalid' })
})
afterAll(async () => {
  await mail.close()
  laptop.remove()
})

beforeEach(async () => {
  between = undefined
  host = await sendingHost(temporaryFolder(), { mailPort: mail.port, between: () => between })
  await host.readers.add([testReader('anna'), testReader('bela')])
  taken.length = 0
})
afterEach(() => host.close())

const callWith = (options: Omit<CallOptions, 'cwd'>, ...argv: string[]) =>
  trifold(argv, { cwd: laptop.path, env: { TRIFOLD_HOST_TOKEN: hostToken }, ...options })
const call = (...argv: string[]) => callWith({}, ...argv, '--host', host.url)

const digestIn = (text: string): string => /build\s+([\da-f]{12})/.exec(text)?.[1] ?? ''

/** Sends a test, and gives what confirms the build. */
async function tested(): Promise<string> {
  const sent = await call('send', 'tides', '--test', 'me@example.org')
  expect(sent).toMatchObject({ code: 0, stderr: '' })
  taken.length = 0
  return digestIn((await call('send', 'tides')).stdout)
}

/** Does something when an operation was done and nobody knows it yet. */
const after =
  (operation: string, work: () => Promise<void>): Between =>
  async (request, answer) => {
    const done = await answer()
    if (request.url.endsWith(`/api/${operation}`)) await work()
    return done
  }

test('shows, tests, launches and follows what is sent elsewhere', async () => {
  const shown = await call('send', 'tides', '--all')
  expect(shown.stdout).toContain('2 readers')
  expect(shown.stdout).toContain(`127.0.0.1:${mail.port}`)
  expect(shown.stdout).toContain(`trifold send tides --host ${host.url} --test you@example.org`)
  expect(shown.code).toBe(0)
  const digest = await tested()
  between = after('launch', host.sendDue)
  const sent = await call('send', 'tides', '--confirm', digest)
  expect(sent).toMatchObject({ code: 0, stderr: '' })
  expect(sent.stdout).toContain('2 sent')
  expect(taken.toSorted()).toEqual(['anna@example.org', 'bela@example.org'])
  expect((await call('send', 'status', 'tides')).stdout).toMatch(/launch 1, done\n {2}2 sent/)
  const again = await call('send', 'tides')
  expect(again.stdout).toContain('Everybody it is for has had it')
  // There is neither a list nor a ledger here, nor a key.
  expect(existsSync(join(laptop.path, 'readers'))).toBe(false)
})

test('who leaves at the server before their turn is sent nothing', async () => {
  const digest = await tested()
  between = after('launch', async () => {
    between = undefined
    const bela = await host.readers.find('bela@example.org')
    const address = readerAddresses(host.url, host.secret).unsubscribe({ reader: bela?.id ?? 0, launch: 0 })
    const left = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    })
    expect(left.status).toBe(200)
    await host.sendDue()
  })
  const sent = await call('send', 'tides', '--confirm', digest)
  expect(sent.stdout).toContain('1 sent, 1 left since')
  expect(taken).toEqual(['anna@example.org'])
})

test('whoever stops following stops nothing; pause does, and resume goes on', async () => {
  const digest = await tested()
  const leaving = new AbortController()
  between = after('launch', async () => leaving.abort())
  const left = await callWith(
    { signal: leaving.signal },
    ...['send', 'tides', '--confirm', digest, '--host', host.url],
  )
  expect(left.stderr).toContain('Followed no longer; 127.0.0.1')
  expect(left.stderr).toContain(`trifold send pause tides --host ${host.url}`)
  expect(left.code).toBe(130)
  expect((await call('send', 'pause', 'tides')).stdout).toContain('is paused')
  await host.sendDue()
  expect(taken).toEqual([])
  expect((await call('send', 'status')).stdout).toContain('paused: By hand')
  between = after('set-state', host.sendDue)
  const resumed = await call('send', 'resume', 'tides')
  expect(resumed).toMatchObject({ code: 0, stdout: '2 sent\n' })
  expect(taken).toHaveLength(2)
})

test('a launch that is set for later is left to the server, and can be taken back', async () => {
  const digest = await tested()
  const set = await call('send', 'tides', '--confirm', digest, '--at', '2126-01-01T08:00Z')
  expect(set.stdout).toMatch(/is set for 1 Jan 2126.*, at 127\.0\.0\.1/)
  expect(set.stderr).toContain('sends it by itself')
  expect(set.code).toBe(0)
  expect((await call('send', 'cancel', 'tides')).stdout).toContain('cancelled')
})

test('what stands in the way there is told here', async () => {
  const untested = await call('send', 'tides', '--confirm', digestIn((await call('send', 'tides')).stdout))
  expect(untested.stderr).toContain('was not tested')
  expect(untested.code).toBe(1)
  const segment = await call('send', 'tides', '--segment', 'tag:members & lang:de')
  expect(segment.stderr).toContain('Unexpected "&"')
  const none = await call('send', 'pause', 'tides')
  expect(none.stderr).toContain('Nothing was launched of tides')
  expect(none.code).toBe(2)
})

describe('an answer that is lost', () => {
  let wire: CutWire
  beforeEach(async () => {
    wire = await cutWire(host.url)
  })
  afterEach(() => wire.close())

  /** Has the answer to the first request for an operation get lost, when the server has done it. */
  function losing(operation: string): () => number {
    let done = 0
    between = after(operation, async () => {
      done += 1
      if (done === 1) wire.cut()
      else await host.sendDue()
    })
    return () => done
  }

  test('of a launch: it is asked for again, and there is one', async () => {
    const digest = await tested()
    const asked = losing('launch')
    const sent = await callWith({}, 'send', 'tides', '--confirm', digest, '--host', wire.origin)
    expect(sent).toMatchObject({ code: 0, stderr: '' })
    expect(sent.stdout).toMatch(/^Launch 1 of tides is made, at 127\.0\.0\.1:\d+\.\n2 sent\n$/)
    expect(asked()).toBe(2)
    expect(await host.ledger.launches()).toHaveLength(1)
    expect(taken.toSorted()).toEqual(['anna@example.org', 'bela@example.org'])
  })

  test('of a test: it is not sent again, and that is said', async () => {
    const asked = losing('test')
    const { stderr, code } = await callWith(
      {},
      ...['send', 'tides', '--test', 'me@example.org', '--host', wire.origin],
    )
    expect(stderr).toContain('Whether the test was sent is not known')
    expect({ code, asked: asked() }).toEqual({ code: 2, asked: 1 })
    expect(taken).toEqual(['me@example.org'])
  })
})

describe('nothing is asked of', () => {
  const refusal = async (options: Omit<CallOptions, 'cwd'>, to = host.url) => {
    const { code, stdout, stderr } = await callWith(options, 'send', 'status', '--host', to)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toContain(hostToken)
    return stderr
  }

  test('a host whose token is another, none, or a short one', async () => {
    let heard = 0
    between = (_request, answer) => {
      heard += 1
      return answer()
    }
    expect(await refusal({ env: { TRIFOLD_HOST_TOKEN: 'x'.repeat(40) } })).toContain(
      'does not take the token',
    )
    expect(heard).toBe(1)
    // The build stays here as well.
    const send = await callWith(
      { env: { TRIFOLD_HOST_TOKEN: 'x'.repeat(40) } },
      'send',
      'tides',
      '--host',
      host.url,
    )
    expect(send.stderr).toContain('does not take the token')
    expect(heard).toBe(2)
    expect(await refusal({ env: {} })).toContain('TRIFOLD_HOST_TOKEN is not set')
    expect(await refusal({ env: { TRIFOLD_HOST_TOKEN: 'short' } })).toContain(
      'expected 32 characters or more',
    )
    expect(heard).toBe(2)
  })

  test.each([
    ['http://letters.example.org', 'begins with https://'],
    ['letters.example.org', 'expected an address'],
    ['https://me:secret@letters.example.org', 'expected an address'],
    ['https://letters.example.org/?a', 'expected an address'],
    ["https://letters.example.org/';reboot", 'expected an address'],
  ])('%s', async (to, words) => {
    const said = await refusal({}, to)
    expect(said).toContain(words)
    expect(said).not.toContain('secret')
  })

  test('what is no Trifold, or another', async () => {
    const other: Listener = await listen()
    onTestFinished(() => other.close())
    expect(await refusal({}, other.origin)).toContain('no Trifold takes launches (200')
    between = async () => new Response('<h1>Not found</h1>', { status: 404 })
    expect(await refusal({})).toContain('no Trifold takes launches (404')
    between = async () => new Response(null, { status: 302, headers: { location: other.origin } })
    await other.heard()
    expect(await refusal({})).toContain('where the token is not sent')
    expect(await other.heard()).toEqual([])
    between = async () => new Response('[]', { headers: { 'trifold-version': '0.0.9' } })
    expect(await refusal({})).toContain('has another Trifold')
    between = async () => new Response('[{}]', { headers: { 'trifold-version': '0.1.0' } })
    expect(await refusal({})).toContain('an answer that this Trifold does not read')
  })
})
