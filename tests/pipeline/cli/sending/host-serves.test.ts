import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../../../support/cli.js'
import { freePort } from '../../../support/free-port.js'
import { type MailReceiver, startReceiver } from '../../../support/mail-receiver.js'
import { hostToken } from '../../../support/sending-host.js'
import { sendingPublication, writeSendingConfig } from '../../../support/sending-publication.js'

let mail: MailReceiver
beforeAll(async () => {
  mail = await startReceiver()
})
afterAll(() => mail.close())

test('what a laptop launches, readers serve sends', async () => {
  const env = { TRIFOLD_HOST_TOKEN: hostToken }
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const there = join(temporaryFolder(), 'there')
  const here = temporaryFolder()
  mkdirSync(there)
  writeSendingConfig(there, { port: mail.port, url })
  await sendingPublication(here, { port: 1, url: 'https://not-asked.invalid' })
  await trifold(['readers', 'add', 'anna@example.org'], { cwd: there })

  const short = await trifold(['readers', 'serve', '--port', String(port)], {
    cwd: there,
    env: { TRIFOLD_HOST_TOKEN: 'short' },
  })
  expect(short).toMatchObject({ code: 2, stdout: '' })
  expect(short.stderr).toContain('expected 32 characters or more')

  const stop = new AbortController()
  const serving = trifold(['readers', 'serve', '--port', String(port)], {
    cwd: there,
    env,
    signal: stop.signal,
  })
  try {
    for (let left = 200; left > 0 && !(await fetch(`${url}/healthz`).catch(() => undefined)); left--)
      await setTimeout(20)
    const shown = await trifold(['send', 'tides', '--host', url], { cwd: here, env })
    const digest = /build\s+([\da-f]{12})/.exec(shown.stdout)?.[1] ?? ''
    const sent = await trifold(['send', 'tides', '--host', url, '--confirm', digest, '--untested'], {
      cwd: here,
      env,
    })
    expect(sent).toMatchObject({ code: 0, stderr: '' })
    expect(sent.stdout).toContain('1 sent')
    expect(mail.received.map(({ to }) => to)).toEqual(['anna@example.org'])
  } finally {
    stop.abort()
    await serving
  }
})
