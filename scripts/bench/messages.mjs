// @ts-check
import { Buffer } from 'node:buffer'
import { generateKeyPairSync } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import { cpuUsage } from 'node:process'
import { pathToFileURL } from 'node:url'
import DKIM from 'nodemailer/lib/dkim'
import MailComposer from 'nodemailer/lib/mail-composer'
import { root } from '../setup/root.mjs'
import { inTurns } from './timed.mjs'

/**
 * @typedef {import('./timed.mjs').Time} Time
 * @typedef {{name: string, bytes: number, time: Time}} MessageFigure the time of one message
 * @typedef {{article: string, figures: MessageFigure[]}} MessageFigures
 */

/** Messages of a round: one alone is shorter than the clock tells. */
const many = 50

const processorTime = () => {
  const { user, system } = cpuUsage()
  return (user + system) / 1000
}

/** @param {string} path of a compiled source @returns {Promise<any>} */
const built = path => import(pathToFileURL(join(root, 'build', path)).href)

/**
 * What a message to each of many readers costs, as nodemailer composes it and as we do, signed and not; in turns.
 *
 * @param {string} article absolute path of a Markdown file
 * @param {number} runs rounds, each of many messages
 * @returns {Promise<MessageFigures>}
 */
export async function measureMessages(article, runs) {
  const ways = await waysOf(article)
  /** @type {number[]} */
  const bytes = []
  for (const { make } of ways) bytes.push((await make(0)).length)
  const times = await inTurns(
    ways.map(({ make }) => async () => {
      for (let reader = 0; reader < many; reader += 1) await make(reader)
    }),
    { runs, warmUps: 4, processorTime },
  )
  return {
    article: basename(article, extname(article)),
    figures: times.map(({ milliseconds, spread: [least, most], processor }, index) => ({
      name: ways[index]?.name ?? '',
      bytes: bytes[index] ?? Number.NaN,
      time: {
        milliseconds: milliseconds / many,
        spread: [least / many, most / many],
        processor: processor / many,
      },
    })),
  }
}

/** @param {string} article @returns {Promise<{name: string, make: (reader: number) => Promise<Buffer>}[]>} */
async function waysOf(article) {
  const { fill } = await built('pipeline/bind/email/fill.js')
  const { compileMessage, renderMessage } = await built('pipeline/send/compose/message-template.js')
  const { dkimSigner, signedHeaders, signMessage } = await built('pipeline/send/compose/dkim/signer.js')
  const { parts, files } = await partsOf(article)
  const template = compileMessage({ parts, images: files })
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signer = dkimSigner({ domain: 'example.org', selector: 'trifold', privateKey })
  const dkim = new DKIM({
    domainName: 'example.org',
    keySelector: 'trifold',
    // As its documentation has it.
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    headerFieldNames: signedHeaders.join(':'),
  })

  const readerOf = (/** @type {number} */ reader) => ({
    to: { email: `reader${reader}@example.org`, name: `Åsa Reader ${reader}` },
    messageId: `<1.${reader}@example.org>`,
    date: new Date(Date.UTC(2026, 2, 20, 8, 30)),
    values: {
      name: `Åsa Reader ${reader}`,
      email: `reader${reader}@example.org`,
      unsubscribe_url: `https://letters.example.org/u/1.${reader}.0123456789abcdef`,
    },
  })
  const ours = async (/** @type {number} */ reader) => renderMessage(template, readerOf(reader))
  const theirs = (/** @type {number} */ reader) => {
    const { to, values, messageId, date } = readerOf(reader)
    const composer = new MailComposer({
      from: { name: 'Slack Water', address: 'letters@example.org' },
      to: { name: to.name, address: to.email },
      ...{ subject: fill(parts.subject, values), messageId, date },
      ...{ text: fill(parts.text, values), html: fill(parts.html, values) },
      list: { unsubscribe: values.unsubscribe_url, id: 'slackwater.example.org' },
      attachments: parts.images.map((/** @type {any} */ { path, type, cid }) => ({
        ...{ cid, contentType: type, content: Buffer.from(files.get(path)) },
      })),
    })
    return composer.compile().build()
  }
  return [
    { name: 'MailComposer, each composed anew', make: theirs },
    { name: 'Trifold, encoded once', make: ours },
    {
      name: 'MailComposer, signed by nodemailer with a PEM',
      make: async reader => {
        const chunks = []
        for await (const chunk of dkim.sign(await theirs(reader))) chunks.push(chunk)
        return Buffer.concat(chunks)
      },
    },
    { name: 'Trifold, signed', make: async reader => signMessage(signer, await ours(reader)) },
  ]
}

/** The article's email in pieces, with pictures that are hosted. @param {string} article */
async function partsOf(article) {
  const { createPress } = await built('pipeline/press.js')
  const { readParts } = await built('pipeline/send/compose/read-parts.js')
  const press = createPress({
    folder: dirname(article),
    config: {
      name: 'Slack Water',
      url: 'https://slackwater.example.org',
      address: 'Staithe House, Saltmere',
      mergeTags: ['name', 'email'],
      email: {
        from: 'Slack Water <letters@example.org>',
        unsubscribe: '{{ unsubscribe_url }}',
        images: 'hosted',
      },
    },
  })
  try {
    const { files } = await press.render(await press.read(article), 'email')
    const byPath = new Map(files.map((/** @type {any} */ { path, bytes }) => [path, bytes]))
    return { parts: readParts(byPath.get('email.parts.json')), files: byPath }
  } finally {
    await press.close()
  }
}
