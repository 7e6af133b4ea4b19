import { readFileSync, writeFileSync } from 'node:fs'
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
let heard: () => void = () => undefined

beforeAll(async () => {
  mail = await startReceiver({
    onRcptTo(_address, _session, done) {
      heard()
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
  heard = () => undefined
  await sendingPublication(cwd, {
    port: mail.port,
    url: server.url,
    sending: '  pace: { connections: 1, perSecond: 20 }\n',
  })
})

const call = (...argv: string[]) => trifold(argv, { cwd })

/** Sends to four, and stops after the first. */
async function stopInTheMiddle() {
  for (const name of ['anna', 'bela', 'cleo', 'dora']) await call('readers', 'add', `${name}@example.org`)
  const digest = /build\s+([\da-f]{12})/.exec((await call('send', 'tides')).stdout)?.[1] ?? ''
  const stop = new AbortController()
  heard = () => stop.abort(new Error('stopped'))
  const stopped = await trifold(['send', 'tides', '--confirm', digest, '--untested'], {
    cwd,
    signal: stop.signal,
  })
  heard = () => undefined
  return stopped
}

test('what was stopped waits for who stopped it, and no server takes it up', async () => {
  const stopped = await stopInTheMiddle()
  expect(stopped.stderr).toMatch(/Stopped cleanly, with \d to go/)
  expect(stopped.code).toBe(130)
  expect((await call('send', 'status')).stdout).toContain('paused: By hand')
  expect((await call('send', 'resume', 'tides')).stdout).toBe('4 sent\n')
})

test('what is to reach readers is not written to a folder and noted as sent', async () => {
  await stopInTheMiddle()
  const before = (await call('send', 'status')).stdout.split('\n')[1]
  const config = join(cwd, 'trifold.yaml')
  writeFileSync(config, `${readFileSync(config, 'utf8')}  outbox: outbox\n`)
  const { stderr, code } = await call('send', 'resume', 'tides')
  expect(stderr).toContain('Paused: It is to reach its readers, and `sending.outbox` of the config leads to')
  expect(code).toBe(2)
  expect((await call('send', 'status')).stdout.split('\n')[1]).toBe(before)
})

test('an email without a sender is told as what stops a launch, in the dry run and at a test', async () => {
  await call('readers', 'add', 'anna@example.org')
  const config = join(cwd, 'trifold.yaml')
  writeFileSync(config, readFileSync(config, 'utf8').replace('from: Slack Water <letters@example.org>, ', ''))
  await call('build')
  const plan = await call('send', 'tides')
  expect(plan.stdout).toContain('✗ Nobody is named as the sender. Set `email.from` in the config.')
  expect(plan.code).toBe(1)
  const tried = await call('send', 'tides', '--test', 'me@example.org')
  expect(tried.stderr).toMatch(/^The email has no sender\./)
  expect(tried.code).toBe(2)
})

test('what is mended in the config and not built again is said to be so', async () => {
  await call('readers', 'add', 'anna@example.org')
  const config = join(cwd, 'trifold.yaml')
  const whole = readFileSync(config, 'utf8')
  writeFileSync(config, whole.replace('from: Slack Water <letters@example.org>, ', ''))
  await call('build')
  writeFileSync(config, whole)
  expect((await call('send', 'tides')).stdout).toContain(
    '✗ The email was built with another sender than `email.from` is now',
  )
})
