import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../pipeline/world/store/open-store.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { type Compiled, compiled } from '../support/compiled.js'
import { cutWire } from '../support/cut-wire.js'
import { freePort } from '../support/free-port.js'
import { startReceiver } from '../support/mail-receiver.js'
import { hostToken } from '../support/sending-host.js'
import { sendingPublication, writeSendingConfig } from '../support/sending-publication.js'
import { testReader } from '../support/sending-store.js'

let program: Compiled
beforeAll(() => {
  program = compiled()
})
afterAll(() => program.remove())

const readers = 40
const machine = { time: () => Date.now(), isRunning: () => false }
const env = { TRIFOLD_HOST_TOKEN: hostToken }

test.each([
  ['before it has heard the launch', 'request'],
  ['after it has made the launch, before it could say so', 'answer'],
] as const)(
  'a server that is killed %s makes one, when it is there again',
  async (_, moment) => {
    const mail = await startReceiver()
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    const there = join(temporaryFolder(), 'there')
    const here = temporaryFolder()
    mkdirSync(there)
    writeSendingConfig(there, { port: mail.port, url })
    await sendingPublication(here, { port: 1, url: 'https://not-asked.invalid' })
    const store = await openStore(join(there, 'readers'), machine)
    await store.readers.add(Array.from({ length: readers }, (_, index) => testReader(`r${index + 1}`)))
    await store.close()

    const serve = () =>
      spawn(process.execPath, [program.command, 'readers', 'serve', '--port', String(port)], {
        cwd: there,
        env: { ...process.env, ...env },
        stdio: 'ignore',
      })
    const ended = (child: ChildProcess) => new Promise<void>(resolve => child.once('close', () => resolve()))
    let server = serve()
    let kills = 0
    const restart = () => {
      kills += 1
      server.once('close', () => {
        server = serve()
      })
      server.kill('SIGKILL')
    }
    const wire = await cutWire(url, text => {
      if (!text.includes('POST /api/launch ') || kills > 0) return
      if (moment === 'answer') wire.cut(restart)
      else restart()
    })
    try {
      while (!(await fetch(`${url}/healthz`).catch(() => undefined))) await setTimeout(20)
      const call = (...argv: string[]) => trifold([...argv, '--host', wire.origin], { cwd: here, env })
      const shown = await call('send', 'tides')
      const digest = /build\s+([\da-f]{12})/.exec(shown.stdout)?.[1] ?? ''
      const sent = await call('send', 'tides', '--confirm', digest, '--untested')
      expect(sent).toMatchObject({ code: 0, stderr: '' })
      expect(sent.stdout).toContain(`${readers} sent`)
      expect(kills).toBe(1)
      expect(new Set(mail.received.map(({ to }) => to)).size).toBe(readers)
      expect(mail.received).toHaveLength(readers)
      expect((await call('send', 'status')).stdout.match(/launch \d+/g)).toEqual(['launch 1'])
    } finally {
      const end = ended(server)
      server.kill('SIGTERM')
      await end
      await wire.close()
      await mail.close()
    }
  },
  120_000,
)
