import { writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../../../pipeline/world/store/database.js'
import { temporaryFolder, trifold } from '../../../support/cli.js'
import { type MailReceiver, startReceiver } from '../../../support/mail-receiver.js'
import { launchForLater, sendingPublication } from '../../../support/sending-publication.js'

let mail: MailReceiver
beforeAll(async () => {
  mail = await startReceiver()
})
afterAll(() => mail.close())

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

/** Waits until something is there. */
async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let left = 400; left > 0; left -= 1) {
    const found = await look()
    if (found !== undefined) return found
    await setTimeout(20)
  }
  throw new Error('It did not come')
}

const unfolded = (raw: string) => raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')
const messageTo = (email: string, subject: RegExp) =>
  mail.received.find(({ to, raw }) => to === email && subject.test(raw))

test('a reader subscribes, is sent what is launched, follows a link, and leaves, over the public server', async () => {
  const cwd = temporaryFolder()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  await sendingPublication(cwd, {
    port: mail.port,
    url,
    sending: '  countLinks: true\n',
    article:
      '---\ntitle: Between tides\ndate: 2026-11-28\n---\n\nThe water is [slack](https://tables.example.org/).\n',
  })
  const stop = new AbortController()
  const serving = trifold(['readers', 'serve', '--port', String(port)], { cwd, signal: stop.signal })
  try {
    await until(async () => ((await fetch(`${url}/healthz`).catch(() => undefined))?.ok ? true : undefined))

    const wish = await fetch(`${url}/subscribe`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ email: 'hester@example.org', name: 'Hester' }),
    })
    expect(wish.status).toBe(200)
    const letter = await until(() => messageTo('hester@example.org', /^Auto-Submitted: auto-generated\r$/m))
    const [confirm = ''] = /http:\/\/127\.0\.0\.1:\d+\/confirm\/[\w.]+/.exec(unfolded(letter.raw)) ?? []
    expect((await trifold(['readers', 'list'], { cwd })).stdout).toContain('pending')
    expect((await fetch(confirm, { method: 'POST' })).status).toBe(200)
    expect((await trifold(['readers', 'list'], { cwd })).stdout).toContain('active')

    // Another process launches, and ends before it is time: the server sends it.
    const plan = await trifold(['send', 'tides'], { cwd })
    expect(plan.stdout).toContain('1 reader')
    const digest = /build\s+([\da-f]{12})/.exec(plan.stdout)?.[1] ?? ''
    expect((await launchForLater(cwd, digest)).code).toBe(130)
    const ledger = await openDatabase(join(cwd, 'readers/readers.db'))
    ledger.run('UPDATE launch SET starts_at = 0')
    ledger.close()
    const { raw } = await until(() => messageTo('hester@example.org', /^Subject: Between tides\r$/m))

    const [link = ''] = /http:\/\/127\.0\.0\.1:\d+\/l\/1\/1/.exec(unfolded(raw)) ?? []
    const followed = await fetch(link, { redirect: 'manual' })
    expect([followed.status, followed.headers.get('location')]).toEqual([302, 'https://tables.example.org/'])
    await until(async () => {
      const { stdout } = await trifold(['send', 'status', 'tides'], { cwd })
      return stdout.includes('followed once  https://tables.example.org/') ? true : undefined
    })

    const [leave = ''] = /http:\/\/127\.0\.0\.1:\d+\/unsubscribe\/[\w.]+/.exec(raw) ?? []
    expect((await fetch(leave)).status).toBe(200)
    expect((await trifold(['readers', 'list'], { cwd })).stdout).toContain('active')
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    expect((await fetch(leave, { method: 'POST', body, redirect: 'error' })).status).toBe(200)
    expect((await trifold(['readers', 'list'], { cwd })).stdout).toContain('unsubscribed')
    expect((await trifold(['send', 'tides'], { cwd })).stdout).toContain('There is nobody to send it to')
  } finally {
    stop.abort()
    const { code, stderr } = await serving
    expect(stderr).toContain('Sending tides, launch 1')
    expect(stderr).not.toContain('hester@')
    expect(code).toBe(0)
  }
}, 20_000)

test('what is wrong with the call is said', async () => {
  const cwd = temporaryFolder()
  await sendingPublication(cwd, { port: mail.port, url: 'http://127.0.0.1:9' })
  const call = (...argv: string[]) => trifold(['readers', ...argv], { cwd })
  expect((await call('serve', '--port', 'x')).stderr).toContain(
    '--port: expected a number from 0 to 65535, found x',
  )
  const taken = await call('serve', '--port', String(mail.port))
  expect(taken.stderr).toMatch(/port/)
  expect(taken.code).toBe(2)
  expect((await call('bounces')).stderr).toContain('set `sending.mailbox`')
})

test.each([
  ['  outbox: outbox\n', /Letters are written to .*outbox and reach nobody/],
  [
    '  smtp: { host: 127.0.0.1, port: 9, tls: none }\n',
    /letter to confirm by, as it is now: 127\.0\.0\.1:9: /,
  ],
  ['', /letter to confirm by, as it is now: Nothing is there to send with/],
])('says where letters would reach nobody: %j', async (sending, words) => {
  const cwd = temporaryFolder()
  const port = await freePort()
  writeFileSync(
    join(cwd, 'trifold.yaml'),
    `name: Slack Water\nemail: { from: a@example.org }\nsending:\n  url: http://127.0.0.1:${port}\n${sending}`,
  )
  const stop = new AbortController()
  const serving = trifold(['readers', 'serve', '--port', String(port)], { cwd, signal: stop.signal })
  await until(async () =>
    (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined))?.ok ? true : undefined,
  )
  stop.abort(new Error('over'))
  expect((await serving).stderr).toMatch(words)
})

test.each(['TRIFOLD_HOST_TOKEN', 'TRIFOLD_HOOK_TOKEN'])(
  'a %s that could be guessed is refused',
  async name => {
    const cwd = temporaryFolder()
    await sendingPublication(cwd, { port: mail.port, url: 'http://127.0.0.1:9' })
    const { stderr, code } = await trifold(['readers', 'serve', '--port', '0'], {
      cwd,
      env: { [name]: 'short' },
    })
    expect(stderr).toContain('Unexpected length 5')
    expect(stderr).not.toContain('did not expect')
    expect(code).toBe(2)
  },
)
