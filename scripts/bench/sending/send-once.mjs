// @ts-check
/**
 * `node send-once.mjs FOLDER LEDGER WAY READERS CONNECTIONS PORT`: puts so many readers on the list, or sends the issue to
 * them, and says as JSON how that went. WAY is one of `ways`.
 */
import { join } from 'node:path'
import { argv, cpuUsage, resourceUsage, stdout } from 'node:process'
import { pathToFileURL } from 'node:url'
import nodemailer from 'nodemailer'
import { root } from '../../setup/root.mjs'
import { slug } from './publication.mjs'

/** @typedef {{messages: number, bytes: number, milliseconds: number, processor: number, peak: number, freeze?: {milliseconds: number, processor: number}}} SentOnce milliseconds, and bytes */

const [, , folder = '', ledgerFolder = '', way = '', many = '', connections = '', port = ''] = argv
const [readers, channels] = [Number(many), Number(connections)]

/** @param {string} path of a compiled source @returns {Promise<any>} */
const built = path => import(pathToFileURL(join(root, 'build', 'pipeline', path)).href)

const { nodeWorld } = await built('world-node.js')
const { sendingWorld } = await built('world/sending.js')
const { loadConfig } = await built('config/load.js')
const { readBuild } = await built('send/build.js')

const world = sendingWorld(nodeWorld())
const { config } = await loadConfig(world, { folder })
const build = await readBuild(join(folder, 'dist', slug), slug, world.files)
const secret = await world.secret(ledgerFolder)
const settings = {
  ...config.sending,
  pace: { connections: channels, perConnection: Number.POSITIVE_INFINITY },
  smtp: { host: '127.0.0.1', port: Number(port), tls: 'none' },
}

/** @param {number} id */
const readerOf = id => ({ email: `reader${id}@example.org`, name: `Åsa Reader ${id}` })

/** @param {() => Promise<unknown>} work */
async function measured(work) {
  const [start, before] = [performance.now(), cpuUsage()]
  await work()
  const { user, system } = cpuUsage(before)
  return { milliseconds: performance.now() - start, processor: (user + system) / 1000 }
}

const composerOf = async () => {
  const { composer } = await built('send/composer.js')
  return composer({ build, publication: config.publication, settings, secret, time: world.time })
}

async function transport() {
  const { openTransport } = await built('world/transports/open-transport.js')
  return openTransport(settings, { env: {}, files: world.files, warn() {} })
}

async function addReaders() {
  const store = await world.openStore(ledgerFolder)
  for (let from = 1; from <= readers; from += 5000)
    await store.readers.add(
      Array.from({ length: Math.min(5000, readers - from + 1) }, (_, index) => ({
        ...readerOf(from + index),
        ...{ state: 'active', since: 1, attributes: {}, tags: [] },
      })),
    )
  await store.close()
  return { milliseconds: 0, processor: 0 }
}

/** All that a launch does from when it is confirmed. */
async function trifold() {
  const { localService } = await built('send/local-service.js')
  const store = await world.openStore(ledgerFolder)
  const { publication } = config
  const service = localService({
    ...{ publication, settings, store, secret, world, transport },
    signer: async () => undefined,
  })
  const { digest, title, files } = build
  /** @type {any} */
  let launch
  const freeze = await measured(async () => {
    launch = await store.ledger.launch({ mailing: slug, build: { digest, slug, title, files }, startsAt: 0 })
  })
  const sent = await measured(() =>
    service.send(launch.id, { signal: new AbortController().signal, progress() {} }),
  )
  const { sent: count } = await store.ledger.counts(launch.id)
  if (count !== readers) throw new Error(`Sent ${count} of ${readers}`)
  await store.close()
  return { ...sent, freeze }
}

/** The same with a ledger that keeps nothing. */
async function withoutLedger() {
  const { sendLaunch } = await built('send/sender.js')
  const { senderRules } = await built('send/rules.js')
  const made = await composerOf()
  let next = 1
  let noted = 0
  const ledger = {
    /** @param {unknown} _turn @param {readonly unknown[]} results @param {number} want */
    async exchange(_turn, results, want) {
      noted += results.length
      const claims = Array.from({ length: Math.min(want, readers - next + 1) }, (_, index) => ({
        ...{ reader: next + index, ...readerOf(next + index), attributes: {} },
        ...{ attempts: 1, firstTriedAt: 0 },
      }))
      next += claims.length
      return { claims, state: 'sending' }
    },
    /** @param {unknown} _turn @param {readonly unknown[]} results */
    async end(_turn, results) {
      noted += results.length
    },
    get: async () => ({ state: 'done' }),
  }
  const sent = await measured(async () =>
    sendLaunch({
      turn: { launch: { id: 1 }, epoch: 1, unknown: 0 },
      ledger,
      transport: await transport(),
      compose: (/** @type {{reader: number}} */ claim) => made.message(claim, slug, 1),
      rules: senderRules(settings.pace, () => 0.5),
      ...{ time: world.time, wait: world.wait },
      signal: new AbortController().signal,
    }),
  )
  if (noted !== readers) throw new Error(`Sent ${noted} of ${readers}`)
  return sent
}

/** As its documentation has it: a pool that composes each message, and is handed more when it is idle. */
async function nodemailerPool() {
  const { fill } = await built('bind/email/fill.js')
  const { parts } = build
  const pool = nodemailer.createTransport({
    ...{ pool: true, host: '127.0.0.1', port: Number(port), ignoreTLS: true },
    ...{ maxConnections: channels, maxMessages: Number.POSITIVE_INFINITY },
  })
  let next = 1
  let taken = 0
  const sent = await measured(
    () =>
      new Promise((resolve, reject) => {
        const handOn = () => {
          while (next <= readers && pool.isIdle()) {
            const reader = next++
            const { email, name } = readerOf(reader)
            const url = `https://letters.example.org/unsubscribe/1.${reader}.1.0123456789abcdef012345678`
            const values = { name, email, unsubscribe_url: url }
            pool.sendMail(
              {
                from: { name: 'Slack Water', address: 'letters@example.org' },
                to: { name, address: email },
                envelope: { from: `bounces+1.${reader}.1.0123456789@example.org`, to: email },
                ...{ subject: fill(parts.subject, values), messageId: `<1.${reader}@example.org>` },
                ...{ text: fill(parts.text, values), html: fill(parts.html, values) },
                list: { unsubscribe: url, id: 'example.org' },
              },
              error => {
                if (error) reject(error)
                taken += 1
                if (taken === readers) resolve(undefined)
              },
            )
          }
        }
        pool.on('idle', handOn)
      }),
  )
  pool.close()
  return sent
}

const ways = { add: addReaders, trifold, 'without-ledger': withoutLedger, nodemailer: nodemailerPool }

const done = await /** @type {Record<string, () => Promise<object>>} */ (ways)[way]?.()
const made = await composerOf()
const { raw } = await made.message({ reader: 1, ...readerOf(1), attributes: {} }, slug, 1)
stdout.write(
  JSON.stringify({ messages: readers, bytes: raw.length, peak: resourceUsage().maxRSS * 1024, ...done }),
)
process.exit(0)
