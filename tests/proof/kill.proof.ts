import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeliveryCounts, deliveryStates } from '../../pipeline/send/ledger.js'
import { openDatabase } from '../../pipeline/world/store/database.js'
import { openStore } from '../../pipeline/world/store/open-store.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { type Compiled, compiled } from '../support/compiled.js'
import { type MailReceiver, startReceiver } from '../support/mail-receiver.js'
import { seeded } from '../support/seeded.js'
import {
  type HealthyServer,
  healthyServer,
  launchForLater,
  sendingPublication,
} from '../support/sending-publication.js'
import { testReader } from '../support/sending-store.js'

let program: Compiled
let server: HealthyServer
beforeAll(async () => {
  program = compiled()
  server = await healthyServer()
})
afterAll(async () => {
  program.remove()
  await server.close()
})

const connections = 5
const readers = 1500

const machine = { time: () => Date.now(), isRunning: () => false }

/** A publication with readers, launched, and nothing sent of it. */
async function launched(mail: MailReceiver): Promise<string> {
  const cwd = temporaryFolder()
  await sendingPublication(cwd, {
    port: mail.port,
    url: server.url,
    sending: `  pace: { connections: ${connections} }\n`,
  })
  const store = await openStore(join(cwd, 'readers'), machine)
  await store.readers.add(Array.from({ length: readers }, (_, index) => testReader(`r${index + 1}`)))
  await store.close()
  const { stdout } = await trifold(['send', 'tides'], { cwd })
  const digest = /build\s+([\da-f]{12})/.exec(stdout)?.[1] ?? ''
  await launchForLater(cwd, digest)
  // It is time, whichever process is asked to go on with it.
  const ledger = await openDatabase(join(cwd, 'readers/readers.db'))
  ledger.run("UPDATE launch SET starts_at = 0, state = 'sending'")
  ledger.close()
  return cwd
}

/** Starts the sending in a process of its own, and ends it by a signal when it is time. @returns how it ended */
async function sendUntil(cwd: string, time: () => Promise<unknown>, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [program.command, 'send', 'resume', 'tides'], { cwd, stdio: 'pipe' })
  let said = ''
  child.stdout.on('data', chunk => {
    said += chunk
  })
  child.stderr.on('data', chunk => {
    said += chunk
  })
  const ended = new Promise<{ code: number | null; by: NodeJS.Signals | null }>(resolve =>
    child.once('close', (code, by) => resolve({ code, by })),
  )
  await Promise.race([ended, time()])
  child.kill(signal)
  return { ...(await ended), said }
}

/** Copies that each address was handed, by a server that takes a while over each. */
async function recording() {
  const mail = await startReceiver({
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_address, _session, done) => void setTimeout(3).then(() => done()),
  })
  const copies = () => {
    const counted = new Map<string, number>()
    for (const { to } of mail.received) counted.set(to, (counted.get(to) ?? 0) + 1)
    return counted
  }
  return { mail, copies }
}

async function ledgerOf(cwd: string) {
  const store = await openStore(join(cwd, 'readers'), machine)
  try {
    const counts: DeliveryCounts = await store.ledger.counts(1)
    const deliveries = await store.ledger.deliveries(1, deliveryStates, 0, readers)
    return { counts, deliveries }
  } finally {
    await store.close()
  }
}

describe('a process that sends', () => {
  test('and is killed again and again sends nobody two copies, and loses nobody', async () => {
    const { mail, copies } = await recording()
    try {
      const cwd = await launched(mail)
      const random = seeded(28)
      let kills = 0
      for (;;) {
        const more = mail.received.length + Math.floor(random() * 60)
        const moment = random() * 8
        const time = async () => {
          while (mail.received.length < more) await setTimeout(1)
          await setTimeout(moment)
        }
        const { code, by } = await sendUntil(cwd, time, 'SIGKILL')
        if (by === 'SIGKILL') kills += 1
        else {
          // 1: some are unknown.
          expect([0, 1]).toContain(code)
          break
        }
      }
      const { counts, deliveries } = await ledgerOf(cwd)
      const got = copies()
      const found = { kills, counts, received: got.size, copies: Math.max(...got.values()) }
      console.log(JSON.stringify(found))
      expect(kills).toBeGreaterThan(25)
      // Nobody has two copies.
      expect([...got].filter(([, number]) => number > 1)).toEqual([])
      // Nobody is lost: who did not get it is known to the ledger as one whose fate is not known.
      expect(deliveries.filter(({ state, email }) => state === 'sent' && !got.has(email))).toEqual([])
      expect(deliveries.filter(({ state }) => state !== 'sent' && state !== 'unknown')).toEqual([])
      expect(counts.sent + counts.unknown).toBe(readers)
      // Of each kill no more than were claimed.
      expect(counts.unknown).toBeLessThanOrEqual(kills * 2 * connections)

      // On the publisher's word they are sent it again; then everybody has it.
      await trifold(['send', 'resolve', 'tides', '--resend'], { cwd })
      expect(copies().size).toBe(readers)
      expect((await ledgerOf(cwd)).counts).toMatchObject({ sent: readers, unknown: 0 })
    } finally {
      await mail.close()
    }
  }, 240_000)

  test('and is asked to stop leaves nothing unknown', async () => {
    const { mail, copies } = await recording()
    try {
      const cwd = await launched(mail)
      let stops = 0
      for (;;) {
        const before = mail.received.length
        const time = async () => {
          // However long the process takes to start, it is stopped in the midst of sending.
          for (let tries = 0; tries < 2000 && mail.received.length === before; tries += 1) await setTimeout(5)
          await setTimeout(250)
        }
        const { code, said } = await sendUntil(cwd, time, stops % 2 === 0 ? 'SIGTERM' : 'SIGINT')
        if (code !== 130) break
        expect(said).toContain('Stopped cleanly')
        stops += 1
        expect((await ledgerOf(cwd)).counts).toMatchObject({ unknown: 0, claimed: 0 })
      }
      expect(stops).toBeGreaterThan(2)
      expect([...copies()].filter(([, number]) => number > 1)).toEqual([])
      expect(copies().size).toBe(readers)
      expect((await ledgerOf(cwd)).counts).toMatchObject({ sent: readers, unknown: 0 })
    } finally {
      await mail.close()
    }
  }, 120_000)
})
