import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leastOfToken } from '../../pipeline/send/remote/operations.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { type MailReceiver, startReceiver } from '../support/mail-receiver.js'
import { hostToken, type SendingHost, sendingHost } from '../support/sending-host.js'
import { sharedFolder } from '../support/sending-publication.js'
import { testReader } from '../support/sending-store.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/sending.md')
const part = /^## From a laptop\n.*?(?=^## )/ms.exec(page)?.[0] ?? ''
const [, commands = '', told = ''] = examplesOf(part).map(({ text }) => text)

let mail: MailReceiver
let there: ReturnType<typeof sharedFolder>
let host: SendingHost
let isMade = false
beforeAll(async () => {
  mail = await startReceiver()
  there = sharedFolder()
  host = await sendingHost(there.path, {
    mailPort: mail.port,
    between: () => async (request, answer) => {
      const done = await answer()
      if (request.url.endsWith('/api/launch')) {
        isMade = true
        await host.sendDue()
      }
      return done
    },
  })
  await host.readers.add([testReader('hester')])
})
afterAll(async () => {
  await host.close()
  await mail.close()
  there.remove()
})

test('“From a laptop” of docs/sending.md goes as it says', async () => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  // No mail server, no address where readers leave, no reader.
  writeFileSync(
    join(cwd, 'trifold.yaml'),
    'name: Slack Water\nlang: en\naddress: 4 Custom House Lane, Saltmere\nformats: [email]\nemail: { from: Slack Water <letters@example.org>, unsubscribe: "{{ unsubscribe_url }}" }\n',
  )
  writeFileSync(
    join(cwd, 'content/high-water.md'),
    '---\ntitle: High water\ndate: 2026-11-28\n---\n\nWords.\n',
  )
  const env = { TRIFOLD_HOST_TOKEN: hostToken }
  let digest = ''
  const outputs: string[] = []
  for (const line of commands.trimEnd().split('\n')) {
    const words = line.replace('DIGEST', digest).replace('https://letters.example.org', host.url).split(' ')
    const { code, stdout, stderr } = await trifold(words.slice(1), { cwd, env })
    expect(`${line}: ${code} ${code === 0 ? '' : stderr + stdout}`).toBe(`${line}: 0 `)
    digest = /build\s+([\da-f]{12})/.exec(stdout)?.[1] ?? digest
    outputs.push(stdout)
  }
  expect(isMade).toBe(true)
  expect(outputs[3]?.replace(new URL(host.url).host, 'letters.example.org')).toBe(told)
  expect(outputs[4]).toContain('1 sent')
  expect(mail.received.map(({ to }) => to)).toEqual(['you@example.org', 'hester@example.org'])
})

test('“From a laptop” of docs/sending.md says what a token needs', () => {
  expect(part).toContain(`${leastOfToken} characters or more`)
  expect(part).toContain('After ten wrong ones a network address is not heard for half a minute')
})
