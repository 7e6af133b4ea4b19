import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { doctorSending, type SendingDoors } from '../../../pipeline/cli/doctor-sending.js'
import { type CommonOptions, startSession } from '../../../pipeline/cli/session.js'
import { dkimRecordFor } from '../../../pipeline/send/identity/dkim-record.js'
import { temporaryFolder, trifold } from '../../support/cli.js'
import { namesOf, type Records } from '../../support/names.js'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const config = `name: Slack Water
lang: en
address: 4 Custom House Lane
email:
  from: Slack Water <letters@example.org>
sending:
  url: https://letters.example.org
  bounces: bounces@example.org
  smtp: { host: smtp.example.org, user: letters }
  mailbox: { host: imap.example.org, user: bounces }
  dkim: { domain: example.org, selector: s1, keyFile: dkim.pem }
`

const records: Records = {
  'example.org': { txt: ['v=spf1 mx -all'], mx: ['mx.example.org'] },
  's1._domainkey.example.org': { txt: [dkimRecordFor(privateKey)] },
  '_dmarc.example.org': { txt: ['v=DMARC1; p=reject'] },
}

/** Calls the command in a publication, with names that are not the network's. */
async function called(
  { yaml = config, key = pem, env = {} } = {},
  doors: SendingDoors = { names: namesOf(records) },
  options: CommonOptions = {},
) {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, 'trifold.yaml'), yaml)
  if (key !== '') writeFileSync(join(cwd, 'dkim.pem'), key)
  const [stdout, stderr]: [string[], string[]] = [[], []]
  const process = {
    cwd,
    env,
    stdout: { write: (text: string) => stdout.push(text) },
    stderr: { write: (text: string) => stderr.push(text) },
    stdin: (async function* () {})(),
    signal: new AbortController().signal,
  }
  const code = await doctorSending(options, startSession(process, options), doors)
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

describe('trifold doctor --sending', () => {
  test('says that all is as it should be', async () => {
    const { code, stdout, stderr } = await called()
    expect(stderr).toBe('')
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => line.slice(0, 16).trimEnd()),
    ).toEqual([
      '✓ from',
      '✓ reply-to',
      '✓ bounces',
      '✓ unsubscribing',
      '✓ mail server',
      '✓ spf',
      '✓ dkim',
      '✓ dmarc',
      '✓ alignment',
      '✓ mail to from',
    ])
    expect(code).toBe(0)
  })

  test('says what is missing, and what mends it', async () => {
    const { code, stdout } = await called({}, { names: namesOf({}) })
    expect(stdout).toMatch(/✗ spf +example\.org has no SPF record\n +→ publish a TXT record at example\.org/)
    expect(stdout).toMatch(
      /✗ dkim +there is no key at .*\n +→ publish this TXT record at s1\._domainkey\.example\.org: v=DKIM1; /,
    )
    expect(code).toBe(2)
  })

  test('is done where nobody can be asked', async () => {
    const fails = Object.fromEntries(
      [...Object.keys(records)].map((name): [string, 'fails'] => [name, 'fails']),
    )
    const { code, stdout } = await called({}, { names: namesOf(fails) })
    expect(stdout.match(/cannot be told: /g)).toHaveLength(5)
    expect(code).toBe(0)
  })

  test('tries the mail server where it is told how', async () => {
    const verify = async () => {
      throw new Error('smtp.example.org:587 refused the password')
    }
    const { code, stdout } = await called({}, { names: namesOf(records), verify })
    expect(stdout).toMatch(/✗ mail server +smtp\.example\.org:587 refused the password\n +→ /)
    expect(code).toBe(2)
  })

  test('has the key of the environment before that of the file, and tells of neither', async () => {
    const good = await called({ key: 'no key', env: { TRIFOLD_DKIM_KEY: pem } })
    expect(good.stdout).toMatch(/✓ dkim/)
    const none = await called({ key: '' })
    expect(none.stdout).toMatch(/✗ dkim +there is no private key\n +→ name its file/)
    const secret = await called({ key: 'SECRET' })
    expect(secret.stdout).toMatch(/✗ dkim/)
    expect(secret.stdout).not.toContain('SECRET')
  })

  test('says each as a line of JSON', async () => {
    const { stdout } = await called({}, { names: namesOf(records) }, { json: true })
    const findings = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(findings).toHaveLength(10)
    expect(findings[0]).toEqual({ name: 'from', state: 'good', says: 'Slack Water <letters@example.org>' })
  })

  test('is asked for by its flag, and asks no names where there is no sender', async () => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\nlang: en\n')
    const { code, stdout } = await trifold(['doctor', '--sending'], { cwd })
    expect(stdout).toMatch(/✗ from +nobody: the email has no sender\n +→ add `email\.from`/)
    expect(stdout).not.toContain('spf')
    expect(stdout).not.toContain('browser')
    expect(code).toBe(2)
  })

  test('has a config that cannot be used told as every command does', async () => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'trifold.yaml'), 'name: N\nlang: en\nsending: { url: nowhere }\n')
    const { code, stderr } = await trifold(['doctor', '--sending'], { cwd })
    expect(stderr).toContain('expected an address such as https://letters.example.org')
    expect(code).toBe(2)
  })
})
