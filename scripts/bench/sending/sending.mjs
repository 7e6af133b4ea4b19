// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { median, spread } from '../figures.mjs'
import { writePublication } from './publication.mjs'

/**
 * @typedef {import('./send-once.mjs').SentOnce} SentOnce
 * @typedef {'trifold' | 'without-ledger' | 'nodemailer'} Way
 * @typedef {{way: Way, connections: number, perSecond: number, spread: [number, number], processor: number}} RateFigure messages a second, and milliseconds of a processor for one
 * @typedef {{readers: number, freeze: number, freezeProcessor: number, perSecond: number, processor: number, peak: number}} SizeFigure milliseconds, `processor` for one message, and bytes
 * @typedef {{bytes: number, runs: number, load: number, fast: RateFigure[], slow: RateFigure[], sizes: SizeFigure[]}} SendingFigures `slow`: at a server that takes `pause` milliseconds over each
 */

/** How often each rate is measured. */
const runs = 3
/** Milliseconds that a server takes over a message which is not on this machine. */
export const pause = 20

const connections = [1, 5, 20]
/** Messages of a run; those of which each connection sends so many, at the slow server. */
const [messages, perConnection] = [1000, 100]

/**
 * Sends to a server in another process, each time by a process of its own.
 *
 * @param {readonly number[]} sizes of the list, for the memory
 * @param {string} folder of its own
 * @returns {Promise<SendingFigures>}
 */
export async function measureSending(sizes, folder) {
  writePublication(folder)
  const loads = [loadavg()[0] ?? 0]
  let bytes = 0
  let number = 0

  /** @param {Way} way @param {number} readers @param {number} channels @param {number} port */
  const once = (way, readers, channels, port) => {
    number += 1
    const ledger = join(folder, `ledger-${number}`)
    if (way === 'trifold') run(folder, ledger, 'add', readers, channels, port)
    const sent = run(folder, ledger, way, readers, channels, port)
    rmSync(ledger, { recursive: true, force: true })
    loads.push(loadavg()[0] ?? 0)
    bytes = sent.bytes
    return sent
  }

  /** @param {readonly Way[]} ways @param {(connections: number) => number} many @param {number} port */
  const rates = (ways, many, port) => {
    const figures = []
    for (const channels of connections) {
      const seen = ways.map(() => /** @type {SentOnce[]} */ ([]))
      for (let round = 0; round < runs; round++)
        for (const [index, way] of ways.entries())
          seen[index]?.push(once(way, many(channels), channels, port))
      for (const [index, way] of ways.entries()) {
        const sent = seen[index] ?? []
        const each = sent.map(perSecondOf)
        figures.push({
          ...{ way, connections: channels, perSecond: median(each), spread: spread(each) },
          processor: median(sent.map(({ processor, messages }) => processor / messages)),
        })
      }
    }
    return figures
  }

  const fast = await withSink(0, port =>
    rates(['trifold', 'without-ledger', 'nodemailer'], () => messages, port),
  )
  const slow = await withSink(pause, port =>
    rates(['trifold', 'nodemailer'], channels => channels * perConnection, port),
  )
  const grown = await withSink(0, port =>
    sizes.map(readers => {
      const sent = once('trifold', readers, 5, port)
      return {
        ...{ readers, freeze: sent.freeze?.milliseconds ?? 0, freezeProcessor: sent.freeze?.processor ?? 0 },
        ...{ perSecond: perSecondOf(sent), processor: sent.processor / readers, peak: sent.peak },
      }
    }),
  )
  return { bytes, runs, load: median(loads), fast, slow, sizes: grown }
}

/** @param {SentOnce} sent */
const perSecondOf = ({ messages, milliseconds }) => (messages * 1000) / milliseconds

const script = (/** @type {string} */ name) => join(import.meta.dirname, name)

/** @param {readonly (string | number)[]} args @returns {SentOnce} */
function run(...args) {
  const { status, stdout, stderr } = spawnSync(execPath, [script('send-once.mjs'), ...args.map(String)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Nothing was measured: ${stderr}`)
  return JSON.parse(stdout)
}

/** @template T @param {number} milliseconds @param {(port: number) => T} work @returns {Promise<T>} */
async function withSink(milliseconds, work) {
  const sink = spawn(execPath, [script('mail-sink.mjs'), String(milliseconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const port = await new Promise(resolve => sink.stdout.once('data', text => resolve(Number(text))))
    return work(port)
  } finally {
    sink.kill()
  }
}
