// @ts-check
import { measuredTables } from '../measured-tables.mjs'
import { pause } from './sending.mjs'

/**
 * @typedef {import('./sending.mjs').SendingFigures} SendingFigures
 * @typedef {import('../machine.mjs').Machine} Machine
 */

/** @type {Readonly<Record<import('./sending.mjs').Way, string>>} */
const names = {
  trifold: 'Trifold',
  'without-ledger': 'Trifold, without its ledger',
  nodemailer: "nodemailer's pool, each composed anew",
}

const whole = (/** @type {number} */ value) => Math.round(value).toLocaleString('en')
const megabytes = (/** @type {number} */ bytes) => whole(bytes / 1e6)

/** The tables, in Markdown, which a terminal shows as well. @param {SendingFigures} figures */
export function sendingTables({ runs, fast, slow, sizes }) {
  const rates = measuredTables(
    [
      { title: 'To a server that answers at once', runs, figures: fast },
      { title: `To a server that takes ${pause} ms over each message`, runs, figures: slow },
    ],
    ['', 'connections', 'messages a second', 'least to most', 'ms of a processor, one message'],
    ({ way, connections, perSecond, spread, processor }) => [
      names[way],
      String(connections),
      whole(perSecond),
      spread.map(whole).join(' to '),
      processor.toFixed(2),
    ],
  )
  const growth = measuredTables(
    [{ title: 'One launch, to a server that answers at once, over 5 connections', figures: sizes }],
    [
      'readers',
      'launching, ms',
      'of a processor',
      'messages a second',
      'ms of a processor, one message',
      'peak MB',
    ],
    ({ readers, freeze, freezeProcessor, perSecond, processor, peak }) => [
      whole(readers),
      whole(freeze),
      whole(freezeProcessor),
      whole(perSecond),
      processor.toFixed(2),
      megabytes(peak),
    ],
  )
  return `${rates}\n\n${growth}`
}

/**
 * The part of docs/benchmarks.md that tells how fast an issue is sent.
 *
 * @param {SendingFigures} figures
 * @param {Machine} machine
 */
export const sendingSection = (figures, { processor, cores, system, node, date }) => `## Sending

Made by \`npm run bench -- --sending --write\`. A message of ${whole(figures.bytes / 1000)} KB to each reader, by a process that does nothing else, to a mail server on the same machine that takes all and keeps nothing, in a process of its own; the ways take turns. Measured on ${date}, ${processor}, ${cores} cores, ${system}, Node ${node}. While it was measured, ${figures.load.toFixed(1)} processes wanted to run at once, ours among them: more than there are cores make fewer messages a second, and the time of a processor says more.

${sendingTables(figures)}

- **Trifold** is all that \`trifold send --confirm\` does once the issue is launched: what to send to whom is claimed in the ledger, and what became of it is on the disk before more is claimed. A message for each connection is claimed at a time, so that with one connection the disk is waited for at every message, with 20 at every twentieth.
- **Without its ledger** is the same with one that keeps nothing: the difference is what the promise costs that nobody gets two. It is that of the disk, and of who else writes to it.
- **nodemailer's pool** keeps no account of what was sent, and makes each message anew, as its documentation has it.
- **Launching** writes a row for each reader, whole or not at all. **Peak** is the most that the process has held, Node and all that it loads with it.
- No message is signed here; what a signature takes is under [messages](#messages).
`
