import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fill } from '../../pipeline/bind/email/fill.js'
import { readBounce } from '../../pipeline/bounces/read-bounce.js'
import { intake } from '../../pipeline/bounces/take-in.js'
import { readToken } from '../../pipeline/readers/token.js'
import { dkimRecord, dkimSigner } from '../../pipeline/send/compose/dkim/signer.js'
import { readParts } from '../../pipeline/send/compose/read-parts.js'
import { deliveryStates } from '../../pipeline/send/ledger.js'
import { openStore, secretIn } from '../../pipeline/world/store/open-store.js'
import { smtpTransport } from '../../pipeline/world/transports/smtp.js'
import { temporaryFolder } from '../support/cli.js'
import { type Compiled, compiled } from '../support/compiled.js'
import { authorities, type MailReceiver, refusal, startReceiver } from '../support/mail-receiver.js'
import { type Postfix, startPostfix, whyNoPostfix } from '../support/postfix.js'
import { smallPng } from '../support/small-png.js'

const why = whyNoPostfix()
const tls = join(import.meta.dirname, '../fixtures/send/tls')
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const record = dkimRecord(dkimSigner({ domain: 'saltmere.example', selector: 'tide', privateKey }))

/** Who is on the list, by address: the names as they are written there. */
const list = {
  'asa@saltmere.example': 'Åsa Öström',
  'yuki@saltmere.example': '夕 由紀',
  'bo@saltmere.example': 'Lund, Bo "the Tide"',
  'nemo@saltmere.example': '',
  'gone@saltmere.example': 'Gone',
  'moved@elsewhere.example': 'Moved',
}
const mailboxes = ['asa', 'yuki', 'bo', 'nemo'].map(name => `${name}@saltmere.example`)
const bounces = 'bounces@saltmere.example'
const listAsCsv = [
  'email,name',
  ...Object.entries(list).map(([email, name]) => `${email},"${name.replaceAll('"', '""')}"`),
].join('\n')

/** So many are sent an issue over several connections. */
const crowd = 200

const articles = {
  tides: `---
title: Between tides
date: 2026-11-28
description: What the water does.
---

Dear {{ name | default: "reader" }},

![A gauge, half under water](gauge.png)

.hidden stands the pier, and ... so on.

one\\
.\\
..two
`,
  ebb: `---
title: 平潮 och ebb – №2
date: 2026-11-29
description: "{{ name | default: 'You' }}, the water falls."
---

Från {{ town | default: "hamnen" }} syns allt: ${'långa rader utan slut, '.repeat(60)}

مرحبا، {{ name | default: "أنت" }}.
`,
}

let program: Compiled
let postfix: Postfix
/** Another server, where mail for another domain goes on to, and which has nobody. */
let elsewhere: MailReceiver
let leaving: { readonly url: string; close(): Promise<void> }
let cwd: string

describe.skipIf(why !== undefined)(
  `a mail server that people have, Postfix${why === undefined ? '' : `: left out, ${why}`}`,
  () => {
    beforeAll(async () => {
      program = compiled()
      elsewhere = await startReceiver({
        onRcptTo: (_address, _session, done) => done(refusal('550 5.1.1 moved away')),
      })
      postfix = await startPostfix({
        mailboxes: [...mailboxes, bounces, 'me@saltmere.example', '@crowd.example'],
        handsOn: { 'elsewhere.example': elsewhere.port },
      })
      leaving = await secureServer()
    })
    afterAll(async () => {
      await postfix.close()
      await elsewhere.close()
      await leaving.close()
      program.remove()
    })
    beforeEach(() => {
      cwd = temporaryFolder()
    })

    test('takes issues to each reader once, signed, as they were built; what comes back is settled', async () => {
      await publication()
      const imported = await trifold('readers', 'import', 'list.csv')
      expect(imported).toMatchObject({ code: 0 })
      expect(imported.stdout).toContain('6 added')

      for (const slug of ['tides', 'ebb']) {
        const shown = await trifold('send', slug)
        expect(shown.stderr).toBe('')
        const digest = digestIn(shown.stdout)
        const tested = await trifold('send', slug, '--test', 'me@saltmere.example')
        expect(tested).toMatchObject({ code: 0, stderr: '' })
        const sent = await trifold('send', slug, '--confirm', digest)
        // Whose mailbox is not there is failed by the first issue, and not written to by the second.
        expect(sent.stdout).toContain(slug === 'tides' ? '5 sent, 1 failed' : '5 sent')
        expect(sent).toMatchObject({ code: slug === 'tides' ? 1 : 0, stderr: '' })
      }
      await postfix.settled()

      expect((await trifold('send', 'status', 'tides')).stdout).toMatch(
        /failed {2}reader 5 {2}gone@saltmere\.example {2}550 5\.1\.1 .*unknown/,
      )
      expect((await trifold('readers', 'list', '--state', 'bounced')).stdout).toContain(
        'gone@saltmere.example',
      )

      for (const [address, name] of Object.entries(list)) {
        if (!mailboxes.includes(address)) continue
        const delivered = postfix.mailbox(address)
        const subjects = await Promise.all(delivered.map(async raw => (await simpleParser(raw)).subject))
        expect(subjects.toSorted()).toEqual(['Between tides', '平潮 och ebb – №2'])
        for (const raw of delivered) await isAsBuilt(raw, address, name)
      }
      expect(postfix.mailbox('me@saltmere.example')).toHaveLength(2)

      await settlesWhatCameBack()
      expect(await statesOf('moved@elsewhere.example')).toEqual({
        reader: 'bounced',
        deliveries: ['failed', 'failed'],
      })
    })

    test('takes an issue for many over several connections, one copy for each', async () => {
      const addresses = Array.from({ length: crowd }, (_, index) => `r${index}@crowd.example`)
      await publication('  pace: { connections: 10, perConnection: 7 }\n', addresses.join('\n'))
      expect(await trifold('readers', 'import', 'list.csv')).toMatchObject({ code: 0 })
      const digest = digestIn((await trifold('send', 'ebb')).stdout)
      const sent = await trifold('send', 'ebb', '--confirm', digest, '--untested')
      expect(sent.stdout).toContain(`${crowd} sent`)
      expect(sent).toMatchObject({ code: 0, stderr: '' })
      await postfix.settled()
      const delivered = postfix.mailbox('@crowd.example').map(raw => header(raw, 'Delivered-To'))
      expect(delivered.toSorted()).toEqual(addresses.toSorted())
    })

    test('is handed lines that begin with dots as they are', async () => {
      const server = { host: 'localhost', port: postfix.port, tls: 'starttls' } as const
      const transport = smtpTransport(server, {
        env: {},
        pace: { connections: 1, perConnection: 1 },
        authorities,
      })
      const channel = transport.channel()
      const lines = ['Subject: dots', '', '.', '..', '.QUIT', '...', 'end', '.']
      const raw = Buffer.from(lines.map(line => `${line}\r\n`).join(''))
      const before = postfix.mailbox('me@saltmere.example').length
      const verdict = await channel.send({
        envelope: { from: bounces, to: 'me@saltmere.example' },
        raw,
      })
      await channel.close()
      expect(verdict).toMatchObject({ kind: 'sent' })
      await postfix.settled()
      expect(postfix.mailbox('me@saltmere.example')).toHaveLength(before + 1)
      const dotted = postfix.mailbox('me@saltmere.example').map(each => each.toString('latin1'))
      // A mailbox of files has lines that end in LF alone.
      expect(dotted.filter(each => each.endsWith(`\n${lines.slice(1).join('\n')}\n`))).toHaveLength(1)
    })
  },
)

/** Calls the compiled command as a process of its own, which trusts the certificate of `localhost`. */
async function trifold(...argv: string[]) {
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: join(tls, 'localhost.crt'), NO_COLOR: '1' }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [program.command, ...argv], {
      cwd,
      env,
      timeout: 60_000,
    })
    return { code: 0, stdout, stderr }
  } catch (error) {
    // What execFile rejects with has these, where the process could be started.
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

const digestIn = (shown: string): string => /build\s+([\da-f]{12})/.exec(shown)?.[1] ?? shown

/** A publication with two issues, built, and the file of a list. */
async function publication(sending = '', csv = listAsCsv): Promise<void> {
  mkdirSync(join(cwd, 'content'))
  writeFileSync(join(cwd, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(
    join(cwd, 'trifold.yaml'),
    `name: Slack Water – 平潮
lang: en
address: 4 Custom House Lane, Saltmere
email:
  from: Slack Water, the Letter <letters@saltmere.example>
  why: You asked for it.
  unsubscribe: "{{ unsubscribe_url }}"
formats: [email]
mergeTags: [name, town]
sending:
  url: ${leaving.url}
  smtp: { host: localhost, port: ${postfix.port}, tls: starttls }
  dkim: { domain: saltmere.example, selector: tide, keyFile: dkim.pem }
  bounces: ${bounces}
  replyTo: editor@saltmere.example
${sending}`,
  )
  writeFileSync(join(cwd, 'content/gauge.png'), await smallPng('#336699', 8))
  for (const [slug, text] of Object.entries(articles)) writeFileSync(join(cwd, `content/${slug}.md`), text)
  writeFileSync(join(cwd, 'list.csv'), csv)
  expect(await trifold('build')).toMatchObject({ code: 0 })
}

/** Answers every question by https, as the public server answers whether it is well. */
async function secureServer() {
  const [cert, key] = ['crt', 'key'].map(kind => readFileSync(join(tls, `localhost.${kind}`)))
  const server = createServer({ cert, key }, (_, response) => response.end('ok'))
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://localhost:${port}`,
    close: () => new Promise<void>(done => server.close(() => done())),
  }
}

/** The first header of a name, on one line. */
const header = (raw: Buffer, name: string): string =>
  new RegExp(`^${name}: ?((?:.*\\r?\\n[ \\t])*.*)$`, 'im')
    .exec(raw.toString('latin1'))?.[1]
    ?.replace(/\r?\n/g, '')
    .trim() ?? ''

/** A message that was delivered is what the build and the list make of it, to the last sign, and its signature holds. */
async function isAsBuilt(raw: Buffer, address: string, name: string): Promise<void> {
  const mail = await simpleParser(raw, { skipImageLinks: true })
  const slug = mail.subject === 'Between tides' ? 'tides' : 'ebb'
  const parts = readParts(readFileSync(join(cwd, `dist/${slug}/email.parts.json`)))
  const secret = await secretIn(join(cwd, 'readers'))
  const unsubscribe = header(raw, 'List-Unsubscribe').slice(1, -1)
  const subject = readToken(secret, 'unsubscribe', unsubscribe.slice(`${leaving.url}/unsubscribe/`.length))
  expect(await emailOf(subject?.reader ?? 0)).toBe(address)

  const values = { name, email: address, unsubscribe_url: unsubscribe }
  expect(mail.html).toBe(fill(parts.html, values).replaceAll('\r\n', '\n'))
  expect(mail.text?.trimEnd()).toBe(fill(parts.text, values).trimEnd())
  expect(mail.subject).toBe(fill(parts.subject, values))
  expect([mail.to].flat()[0]?.value).toEqual([{ address, name }])
  expect(mail.from?.value).toEqual([{ address: 'letters@saltmere.example', name: 'Slack Water, the Letter' }])
  expect(mail.attachments.map(({ cid, content }) => [cid, content.toString('base64')])).toEqual(
    parts.images.map(({ cid, path }) => [
      cid,
      readFileSync(join(cwd, 'dist', slug, path)).toString('base64'),
    ]),
  )
  expect(mail.attachments).toHaveLength(slug === 'tides' ? 1 : 0)
  expect(header(raw, 'Return-Path')).toMatch(/^<bounces\+1\.[\w.]+@saltmere\.example>$/)
  expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  expect(header(raw, 'Received')).toContain('with ESMTPS')
  const lines = raw.toString('latin1').split('\n')
  if (slug === 'tides') expect(lines).toEqual(expect.arrayContaining(['=2E', '=2E.two']))

  const { results } = await dkimVerify(raw, {
    resolver: async (asked, type) => {
      if (asked !== record.name || type !== 'TXT')
        throw Object.assign(new Error('none'), { code: 'ENOTFOUND' })
      return [record.text.match(/.{1,255}/g) ?? []]
    },
  })
  expect(results.map(({ signingDomain, status }) => [signingDomain, status.result])).toEqual([
    ['saltmere.example', 'pass'],
  ])
  const signed = /;h=([^;]*)/
    .exec(header(raw, 'DKIM-Signature').replace(/\s/g, ''))?.[1]
    ?.toLowerCase()
    .split(':')
  expect(signed).toEqual(
    expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from', 'to', 'subject']),
  )
}

const machine = { time: () => Date.now(), isRunning: () => false }

async function inStore<Out>(
  work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<Out>,
): Promise<Out> {
  const store = await openStore(join(cwd, 'readers'), machine)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const emailOf = (reader: number) => inStore(async ({ readers }) => (await readers.get(reader))?.email)

/** The notices that Postfix wrote are read as ours, and the list and the ledger know of them. */
async function settlesWhatCameBack(): Promise<void> {
  const secret = await secretIn(join(cwd, 'readers'))
  const notices = postfix.mailbox(bounces)
  expect(notices).toHaveLength(2)
  for (const notice of notices)
    expect(await readBounce(notice, secret)).toMatchObject({
      kind: 'hard',
      recipient: 'moved@elsewhere.example',
      status: '5.1.1',
      diagnostic: expect.stringContaining('moved away'),
    })
  await inStore(async store => {
    const { take, tally } = intake(secret, { ...store, time: machine.time })
    for (const notice of [...notices, ...notices]) await take(notice)
    expect(tally()).toMatchObject({ bounced: 1, known: 3 })
  })
}

/** How it stands with a reader, and with what was sent them. */
const statesOf = (email: string) =>
  inStore(async ({ readers, ledger }) => {
    const reader = await readers.find(email)
    const launches = (await ledger.launches()).map(({ id }) => id)
    const deliveries = await Promise.all(launches.map(id => ledger.deliveries(id, deliveryStates)))
    return {
      reader: reader?.state,
      deliveries: deliveries.flat().flatMap(each => (each.email === email ? [each.state] : [])),
    }
  })
