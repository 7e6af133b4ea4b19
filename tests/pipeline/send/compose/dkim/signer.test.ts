import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { cpuUsage } from 'node:process'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import {
  type DkimSigner,
  dkimRecord,
  dkimSigner,
  signedHeaders,
  signMessage,
} from '../../../../../pipeline/send/compose/dkim/signer.js'
import { SignerRefused } from '../../../../../pipeline/send/compose/dkim/signing-key.js'
import { compileMessage, renderMessage } from '../../../../../pipeline/send/compose/message-template.js'
import { readParts } from '../../../../../pipeline/send/compose/read-parts.js'
import { partsOf } from '../../../../support/sample-parts.js'
import { startMailServer } from '../../../../support/smtp.js'
import { someParticulars, someParts } from '../some-parts.js'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const signer = dkimSigner({ domain: 'example.org', selector: 'trifold', privateKey })
const template = compileMessage({
  parts: someParts,
  images: new Map(),
  options: { replyTo: 'reply@example.org' },
})
const message = renderMessage(template, someParticulars)

/** The headers that a message says are signed. */
const namesIn = (signed: Buffer) =>
  /;\s*h=([^;]*)/.exec(signed.toString('latin1'))?.[1]?.replace(/\s/g, '').split(':')

/** What others find who look at the signature, with nothing but the record in DNS. */
async function judged(signed: Buffer, of: DkimSigner = signer) {
  const { name, text } = dkimRecord(of)
  const { results } = await dkimVerify(signed, {
    resolver: async (asked, type) => {
      if (asked !== name || type !== 'TXT') throw Object.assign(new Error('none'), { code: 'ENOTFOUND' })
      return [text.match(/.{1,255}/g) ?? []]
    },
  })
  return results.map(({ signingDomain, selector, status }) => ({
    of: `${selector}@${signingDomain}`,
    result: status.result,
  }))
}

const all = signedHeaders.map(name => name.toLowerCase())

describe('a signed message', () => {
  it('is held to be ours by who asks DNS alone, with both headers of unsubscribing in it (RFC 8058)', async () => {
    const signed = await signMessage(signer, message)
    expect(await judged(signed)).toEqual([{ of: 'trifold@example.org', result: 'pass' }])
    expect(namesIn(signed)).toEqual(all)
    expect(all).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']))
    expect(signed.subarray(-message.length).equals(message)).toBe(true)
  })

  it('is that after a mail server has had it', async () => {
    const server = await startMailServer()
    onTestFinished(() => server.close())
    const dots = { ...someParts, text: ['.\n..\n', { name: 'name', context: 'text' as const }, '.\n\n.\n'] }
    const dotted = renderMessage(compileMessage({ parts: dots, images: new Map() }), someParticulars)
    const received = await server.deliver(await signMessage(signer, dotted))
    expect(await judged(received)).toMatchObject([{ result: 'pass' }])
  })

  it('is that with pictures and all that an article has', async () => {
    const built = await partsOf(
      '---\ntitle: T\ndate: 2026-03-20\n---\n\nDear {{ name }},  two spaces – “é”.\n\n![A gauge](images/float-gauge.jpg)\n',
    )
    const rich = compileMessage({ parts: readParts(built.bytes), images: built.files })
    const signed = await signMessage(signer, renderMessage(rich, someParticulars))
    expect(await judged(signed)).toMatchObject([{ result: 'pass' }])
  })

  it.each([
    ['body', 'high water', 'low  water'],
    ['way out', 'u/1.2s.7', 'u/1.2s.8'],
    ['POST', 'Post: List-Unsubscribe=One-Click', 'Post: List-Unsubscribe=Two-Click'],
    ['subject', 'Tides for you', 'Tides for me'],
    ['sender', 'letters@', 'letter@'],
    ['recipient', 'asa@', 'eve@'],
  ])('does not hold with another %s', async (_what, from, to) => {
    const signed = (await signMessage(signer, message)).toString('latin1')
    expect(signed).toContain(from)
    const changed = Buffer.from(signed.replaceAll(from, to), 'latin1')
    expect((await judged(changed))[0]?.result).not.toBe('pass')
  })

  it('is the same from a PEM, whose parsing takes longer than the signature', async () => {
    const pem = dkimSigner({ domain: 'example.org', selector: 'trifold', privateKey: pemOf(privateKey) })
    expect((await signMessage(pem, message)).equals(await signMessage(signer, message))).toBe(true)
    const parsedEachTime = {
      ...signer,
      dkim: Object.assign(Object.create(signer.dkim), {
        keys: [{ domainName: 'example.org', keySelector: 'trifold', privateKey: pemOf(privateKey) }],
      }),
    }
    const [ours, theirs] = [await least(pem), await least(parsedEachTime)]
    expect(ours).toBeLessThan(theirs)
  })
})

/** Processor time of 15 signatures, the least of some rounds. */
async function least(of: DkimSigner): Promise<number> {
  const rounds: number[] = []
  for (let round = 0; round < 4; round += 1) {
    const before = cpuUsage()
    for (let count = 0; count < 15; count += 1) await signMessage(of, message)
    const { user, system } = cpuUsage(before)
    rounds.push(user + system)
  }
  return Math.min(...rounds)
}

describe('a message that was not signed', () => {
  it('is not handed on', async () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const unable = {
      ...signer,
      dkim: Object.assign(Object.create(signer.dkim), { keys: [{ privateKey: publicKey }] }),
    }
    await expect(signMessage(unable, message)).rejects.toThrow(SignerRefused)
  })
})

describe('a signer is refused', () => {
  const rsa = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })
  it.each<[string, KeyObject | string, RegExp]>([
    ['that is no key', 'secret', /expected a private key as PEM.*openssl genrsa/],
    ['whose PEM is cut off', pemOf(privateKey).slice(0, 300), /as PEM/],
    ['of Ed25519', generateKeyPairSync('ed25519').privateKey, /of the kind ed25519, expected RSA/],
    ['of 512 bits', rsa(512).privateKey, /512 bits, and no mail service takes less than 1024/],
    ['that is public', rsa(1024).publicKey, /is a public one/],
    [
      'with a passphrase',
      privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
      /locked by a passphrase/,
    ],
  ])('with a key %s', (_what, key, told) => {
    const make = () => dkimSigner({ domain: 'example.org', selector: 'trifold', privateKey: key })
    expect(make).toThrow(SignerRefused)
    expect(make).toThrow(told)
    expect(make).not.toThrow(/secret/)
  })

  it.each([
    ['example', 'trifold'],
    ['example.org; l=0', 'trifold'],
    ['', 'trifold'],
    ['example.org', ''],
    ['example.org', 'a;b'],
    ['example.org', 'a b'],
  ])('with the domain %j and the selector %j', (domain, selector) => {
    expect(() => dkimSigner({ domain, selector, privateKey })).toThrow(/sending\.dkim\./)
  })
})

test('a domain is signed for in ASCII', async () => {
  const of = dkimSigner({ domain: 'bücher.example', selector: 'a.b', privateKey })
  expect(dkimRecord(of).name).toBe('a.b._domainkey.xn--bcher-kva.example')
  expect(await judged(await signMessage(of, message), of)).toMatchObject([{ result: 'pass' }])
})
