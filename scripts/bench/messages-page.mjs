// @ts-check
import { told } from './checks-page.mjs'
import { measuredTables } from './measured-tables.mjs'

/**
 * @typedef {import('./messages.mjs').MessageFigures} MessageFigures
 * @typedef {import('./email-page.mjs').Circumstances} Circumstances
 */

/** @param {number} time milliseconds; one message takes less than a hundredth of one */
const inThousandths = time => (time < 1 ? time.toFixed(3) : told(time))

/** The tables, in Markdown, which a terminal shows as well. @param {readonly MessageFigures[]} measured @param {number} runs */
export const messageTables = (measured, runs) =>
  measuredTables(
    measured.map(({ article, figures }) => ({ title: `One message, of ${article}`, runs, figures })),
    ['', 'of a processor', 'milliseconds', 'least to most', 'bytes'],
    ({ name, bytes, time: { processor, milliseconds, spread } }) => [
      name,
      inThousandths(processor),
      inThousandths(milliseconds),
      spread.map(inThousandths).join(' to '),
      bytes.toLocaleString('en'),
    ],
  )

/**
 * The part of docs/benchmarks.md that tells what a message to each reader costs.
 *
 * @param {readonly MessageFigures[]} measured
 * @param {Circumstances} circumstances
 */
export const messagesSection = (measured, { processor, cores, system, node, date, runs }) => `## Messages

Made by \`npm run bench -- --messages --write\`. A message for each of many readers, with values of their own, in a process that has made some; the ways take turns, each run is of 50 messages, nothing is sent. Measured on ${date}, ${processor}, ${cores} cores, ${system}, Node ${node}. Other work on a machine makes the milliseconds larger; the time of a processor says more.

${messageTables(measured, runs)}

- **MailComposer** is nodemailer's: the pieces are filled with \`fill\`, and headers, text and HTML encoded for each reader. **Encoded once** is what Trifold does: see [the message](sending.md#the-message).
- **Signed** by DKIM with an RSA key of 2,048 bits, by nodemailer in both. It is handed the key as PEM, as its documentation has it, and reads that for each message; we hand over a key that was read once.
- Pictures are hosted. Those that go along would be encoded once as well.
`
