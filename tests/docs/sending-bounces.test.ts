import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { mostSoftBounces } from '../../pipeline/bounces/settle.js'
import { isGone } from '../../pipeline/bounces/status.js'
import { bounceAddress, longestLocalPart, longestToken } from '../../pipeline/bounces/verp.js'
import { doctorSending } from '../../pipeline/cli/doctor-sending.js'
import { startSession } from '../../pipeline/cli/session.js'
import { temporaryFolder } from '../support/cli.js'
import { namesOf } from '../support/names.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/sending.md')
const examples = examplesOf(page)
const of = (section: string, language: string) =>
  examples.find(example => example.section === section && example.language === language)?.text ?? ''
const [, bounces = ''] = page.split('\n## Bounces\n')

describe('docs/sending.md', () => {
  test('has what the doctor says', async () => {
    const cwd = temporaryFolder()
    const mailbox: unknown = parse(of('Bounces', 'yaml'))
    expect(mailbox).toMatchObject({ sending: { mailbox: { host: 'imap.example.org' } } })
    writeFileSync(
      join(cwd, 'trifold.yaml'),
      `name: Slack Water
lang: en
address: 4 Custom House Lane
email: { from: Slack Water <letters@example.org> }
${of('Bounces', 'yaml')}    tls: implicit
  url: https://letters.example.org
  smtp: { host: smtp.example.org }
  dkim: { domain: example.org, selector: s1, keyFile: dkim.pem }
`,
    )
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(join(cwd, 'dkim.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const names = namesOf({
      'example.org': { txt: ['v=spf1 mx include:spf.example.org -all'], mx: ['mx.example.org'] },
      'spf.example.org': { txt: ['v=spf1 ip4:192.0.2.0/24 -all'] },
      '_dmarc.example.org': { txt: ['v=DMARC1; p=none'] },
    })
    const said: string[] = []
    const session = startSession(
      {
        cwd,
        env: {},
        stdout: { write: text => said.push(text) },
        stderr: { write: text => said.push(text) },
        stdin: (async function* () {})(),
        signal: new AbortController().signal,
      },
      {},
    )
    const code = await doctorSending({}, session, { names })
    expect(said.join('').replace(/p=MII.*/, 'p=...')).toBe(of('Is the domain ready', 'text'))
    expect(code).toBe(2)
  })

  test('has the address of a message', () => {
    const address = bounceAddress('bounces@example.org', Buffer.alloc(32), { reader: 1234, launch: 9 })
    expect(address.replace(/[\da-f]{25}/, '<signature>')).toBe(of('Bounces', 'text').trim())
    expect(bounces).toContain(`Up to ${longestLocalPart - longestToken} characters`)
  })

  test('has what a hard bounce is, and after how many soft ones', () => {
    const [, listed = ''] = /\(status (.*?)\)/.exec(bounces) ?? []
    expect(listed).toBe('5.1.1 to 5.1.4, 5.1.6, 5.1.10, 5.2.1')
    const statuses = [1, 2, 3, 4, 5, 6, 7].flatMap(subject =>
      Array.from({ length: 30 }, (_, detail) => `5.${subject}.${detail}`),
    )
    expect(statuses.filter(status => isGone(status, ''))).toEqual([
      '5.1.1',
      '5.1.2',
      '5.1.3',
      '5.1.4',
      '5.1.6',
      '5.1.10',
      '5.2.1',
    ])
    expect(mostSoftBounces).toBe(5)
    expect(bounces).toContain('after five launches one after another')
  })
})
