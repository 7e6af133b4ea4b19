import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { defaults } from '../../../../pipeline/config/defaults.js'
import { checkNames } from '../../../../pipeline/send/identity/check-names.js'
import { dkimRecordFor, signingKey } from '../../../../pipeline/send/identity/dkim-record.js'
import type { Sender } from '../../../../pipeline/send/identity/sender.js'
import type { SendingSettings } from '../../../../pipeline/send/settings.js'
import { namesOf, type Records } from '../../../support/names.js'

const make = (modulusLength: number) =>
  generateKeyPairSync('rsa', {
    modulusLength,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey
const [key, other, short] = [make(2048), make(2048), make(1024)]
const recordOf = (pem: string) => {
  const read = signingKey(pem)
  if ('fault' in read) throw new Error(read.fault)
  return dkimRecordFor(read)
}

/** A domain of which all is as it should be. */
const sound: Records = {
  'example.org': { txt: ['v=spf1 include:_spf.mail.example -all'], mx: ['mx.example.org'] },
  '_spf.mail.example': { txt: ['v=spf1 ip4:192.0.2.0/24 -all'] },
  's1._domainkey.example.org': { txt: [recordOf(key)] },
  '_dmarc.example.org': { txt: ['v=DMARC1; p=quarantine'] },
}

const settings: SendingSettings = {
  folder: '/readers',
  pace: defaults.sending.pace,
  countLinks: false,
  bounces: 'bounces@example.org',
  smtp: { host: 'smtp.mail.example', port: 587, tls: 'starttls' },
  dkim: { domain: 'example.org', selector: 's1' },
}

interface Case {
  readonly says: string
  readonly records?: Records
  readonly settings?: Partial<Record<keyof SendingSettings, unknown>>
  readonly sender?: Partial<Sender>
}

async function findings({ records, settings: changed, sender }: Omit<Case, 'says'>) {
  const all = { ...settings, ...changed } as SendingSettings // The table leaves out keys by undefined.
  const names = namesOf({ ...sound, ...records })
  const found = await checkNames(
    { from: 'Slack Water <letters@example.org>', settings: all, signingKey: key, ...sender },
    names,
  )
  return new Map(
    found.map(({ name, state, says, mend }) => [name, `${state}: ${says}${mend ? ` → ${mend}` : ''}`]),
  )
}

test('a domain of which all is as it should be', async () => {
  expect([...(await findings({}))]).toEqual([
    [
      'spf',
      'good: example.org has one, 1 of 10 lookups, ends in -all; it includes _spf.mail.example, of the domain of smtp.mail.example',
    ],
    ['dkim', 'good: the key at s1._domainkey.example.org is the other half of yours'],
    ['dmarc', 'good: _dmarc.example.org has p=quarantine'],
    ['alignment', 'good: the signature and the envelope are example.org’s'],
    ['mail to from', 'good: example.org has mx.example.org'],
  ])
})

const at = 's1._domainkey.example.org'
const publish = `publish this TXT record at ${at}: v=DKIM1; k=rsa; p=`

describe.each<[string, readonly Case[]]>([
  [
    'spf',
    [
      {
        records: { 'example.org': {} },
        says: 'missing: example.org has no SPF record → publish a TXT record at example.org',
      },
      {
        records: { 'example.org': { txt: ['v=spf1 +all'] } },
        says: 'missing: example.org has one, 0 of 10 lookups, and allows every server of the world',
      },
      {
        records: { 'example.org': { txt: ['v=spf1 mx ?all'] } },
        says: 'optional: example.org has one, 1 of 10 lookups, and says nothing against',
      },
      { records: { 'example.org': { txt: ['v=spf1 mx'] } }, says: 'optional: example.org has one' },
      {
        records: { 'example.org': { txt: ['v=spf1 mx ~all'] } },
        says: 'good: example.org has one, 1 of 10 lookups, ends in ~all; whether it names the addresses that smtp.mail.example sends from cannot be told from here',
      },
      {
        records: { 'example.org': { txt: ['v=spf1 x:y -all'] } },
        says: 'missing: example.org: the SPF record holds "x:y"',
      },
      {
        settings: { smtp: undefined },
        says: 'good: example.org has one, 1 of 10 lookups, ends in -all; whether it names the server that sends cannot be told without one',
      },
      {
        settings: { bounces: 'b@bounces.example.org' },
        says: 'missing: bounces.example.org has no SPF record',
      },
      { settings: { bounces: undefined }, says: 'good: example.org has one' },
      {
        records: { 'example.org': 'fails' },
        says: 'optional: cannot be told: the names of example.org could not be asked for (ETIMEOUT) →',
      },
      {
        records: { '_spf.mail.example': 'fails' },
        says: 'optional: cannot be told: the names of _spf.mail.example',
      },
    ],
  ],
  [
    'dkim',
    [
      { records: { [at]: {} }, says: `missing: there is no key at ${at} → ${publish}` },
      {
        records: { [at]: { txt: [recordOf(other)] } },
        says: `missing: the key at ${at} is not the other half of yours → ${publish}`,
      },
      {
        records: { [at]: { txt: ['v=DKIM1; p='] } },
        says: `missing: ${at}: the key is withdrawn: its p= is empty → ${publish}`,
      },
      {
        records: { [at]: { txt: [recordOf(key).replace('k=', 't=y; k=')] } },
        says: `optional: ${at} says that the domain only tries signing (t=y)`,
      },
      {
        records: { [at]: { txt: [recordOf(short)] } },
        sender: { signingKey: short },
        says: 'optional: the key has 1024 bits, expected 2048',
      },
      { records: { [at]: 'fails' }, says: 'optional: cannot be told' },
      {
        sender: { signingKey: 'no key' },
        says: 'missing: the key is no private key in PEM without a password → name its file',
      },
      {
        settings: { dkim: undefined },
        says: 'optional: messages are not signed here; whether the mail server does cannot be told',
      },
    ],
  ],
  [
    'dmarc',
    [
      { records: { '_dmarc.example.org': {} }, says: 'missing: example.org has no DMARC record' },
      {
        records: { '_dmarc.example.org': { txt: ['v=DMARC1; p=none; rua=mailto:d@example.org'] } },
        says: 'good: _dmarc.example.org has p=none, reports go to mailto:d@example.org; nobody is asked',
      },
      { records: { '_dmarc.example.org': { txt: ['v=DMARC1'] } }, says: 'missing: the DMARC record has p=' },
      { sender: { from: 'a@news.example.org' }, says: 'good: _dmarc.example.org has p=quarantine' },
      { records: { '_dmarc.example.org': 'fails' }, says: 'optional: cannot be told' },
    ],
  ],
  [
    'alignment',
    [
      {
        settings: { bounces: 'b@bounces.example.org', dkim: { domain: 'mail.example.org', selector: 's1' } },
        says: 'good: the signature and the envelope are example.org’s, by the simple rule that example.org is the domain that was registered',
      },
      {
        settings: { bounces: 'b@mail.example' },
        says: 'good: the signature is example.org’s; bounces are another’s, mail.example',
      },
      {
        settings: { dkim: undefined },
        says: 'optional: the envelope is example.org’s; nothing is signed here, so that what is forwarded is not shown to be yours → sign as example.org',
      },
      {
        settings: { dkim: { domain: 'mail.example', selector: 's1' } },
        says: 'optional: the envelope is example.org’s; the signature is another’s, mail.example',
      },
      {
        settings: { bounces: 'b@mail.example', dkim: { domain: 'mail.example', selector: 's1' } },
        says: 'missing: nothing shows that a message is example.org’s: bounces go to mail.example, mail.example signs →',
      },
      {
        records: { '_dmarc.example.org': { txt: ['v=DMARC1; p=none; adkim=s; aspf=s'] } },
        settings: { bounces: 'b@bounces.example.org', dkim: { domain: 'mail.example.org', selector: 's1' } },
        says: 'missing: nothing shows that a message is example.org’s',
      },
    ],
  ],
  [
    'mail to from',
    [
      { records: { 'example.org': { mx: [''] } }, says: 'missing: example.org takes no mail (RFC 7505)' },
      {
        records: { 'example.org': { a: ['192.0.2.1'] } },
        says: 'optional: example.org has no MX record: mail goes to the host itself',
      },
      { records: { 'example.org': {} }, says: 'missing: example.org takes no mail: it has neither' },
      { records: { 'example.org': { mx: ['a', 'b', 'c', 'd'] } }, says: 'good: example.org has a, b, c' },
    ],
  ],
  [
    'mail to bounces',
    [{ settings: { bounces: 'b@bounces.example.org' }, says: 'missing: bounces.example.org takes no mail' }],
  ],
])('%s', (name, cases) => {
  test.each(cases)('$says', async ({ says, ...given }) => {
    expect((await findings(given)).get(name)).toSatisfy((said: string) => said?.startsWith(says), says)
  })
})

test('without a sender nothing is asked but of the envelope and the key', async () => {
  const { signingKey: _, ...sender } = { settings, signingKey: key }
  const found = await checkNames({ ...sender }, namesOf(sound))
  expect(found.map(({ name, state }) => [name, state])).toEqual([
    ['spf', 'good'],
    ['dkim', 'missing'],
    ['mail to bounces', 'good'],
  ])
})

test('no finding holds the private key', async () => {
  const found = await findings({ records: { [at]: {} } })
  const secret = key.split('\n').slice(1, -2)
  for (const line of secret.slice(8)) expect([...found.values()].join('\n')).not.toContain(line)
})
