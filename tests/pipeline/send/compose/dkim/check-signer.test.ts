import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { describe, expect, it } from 'vitest'
import { checkSigner } from '../../../../../pipeline/send/compose/dkim/check-signer.js'
import { dkimSigner, signMessage } from '../../../../../pipeline/send/compose/dkim/signer.js'
import { SignerRefused } from '../../../../../pipeline/send/compose/dkim/signing-key.js'
import { verifySignature } from '../../../../../pipeline/send/compose/dkim/verify-signature.js'

const keysOf = (modulusLength: number) => generateKeyPairSync('rsa', { modulusLength })
const { privateKey, publicKey } = keysOf(2048)
const named = { domain: 'example.org', selector: 'trifold' }
const signer = dkimSigner({ ...named, privateKey })
const message = Buffer.from(
  'From: a@example.org\r\nSubject: one\r\n  and  two\r\nSubject: three\r\n\r\n\r\n a  b \r\n\r\n.\r\n\r\n\r\n',
)

describe('a signer is checked', () => {
  it('by a probe, before anything is sent', async () => {
    expect(await checkSigner(signer)).toEqual([])
  })

  it('and a short key is told of', async () => {
    const weak = dkimSigner({ ...named, privateKey: keysOf(1024).privateKey })
    expect(await checkSigner(weak)).toEqual([
      expect.stringMatching(/1024 bits, expected 2048.*openssl genrsa/),
    ])
  })

  it.each([
    ['"Slack Water" <letters@example.org>', true],
    ['letters@Example.ORG', true],
    ['letters@news.example.org', true],
    ['letters@example.com', false],
    ['letters@notexample.org', false],
    ['letters@example.org.evil.example', false],
  ])('against the sender %s', async (from, aligned) => {
    const warnings = await checkSigner(signer, { headers: [{ name: 'From', value: [from] }] })
    expect(warnings).toEqual(aligned ? [] : [expect.stringMatching(/example\.org signs, but .* at .*DMARC/)])
  })

  it('and refused where the signature does not hold', async () => {
    const other = { ...signer, publicKey: keysOf(2048).publicKey }
    await expect(checkSigner(other)).rejects.toThrow(SignerRefused)
    await expect(checkSigner({ ...signer, domain: 'example.com' })).rejects.toThrow(/does not hold/)
  })
})

describe('a signature', () => {
  it('is found to hold, whoever made it', async () => {
    expect(verifySignature(await signMessage(signer, message), publicKey)).toEqual({
      ...named,
      headers: ['from', 'subject'],
    })
    const by = {
      signingDomain: named.domain,
      selector: named.selector,
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    }
    // mailauth's types ask for the key here; it reads the one in the list.
    const options = { ...by, signatureData: [by], algorithm: 'rsa-sha256', headerList: ['From', 'Subject'] }
    const { signatures } = await dkimSign(message, { ...options, canonicalization: 'relaxed/relaxed' })
    expect(verifySignature(Buffer.concat([Buffer.from(signatures), message]), publicKey)).toMatchObject(named)
  })

  it('does not hold with another word, another key or none', async () => {
    const signed = (await signMessage(signer, message)).toString('latin1')
    const held = (text: string) => verifySignature(Buffer.from(text, 'latin1'), publicKey)
    expect(held(signed)).toBeDefined()
    expect(held(signed.replace('a  b', 'a  c'))).toBeUndefined()
    expect(held(signed.replace('three', 'four'))).toBeUndefined()
    expect(held(signed.replace('h=from:', 'h='))).toBeUndefined()
    expect(held(signed.replace(/bh=...../, 'bh=AAAAA'))).toBeUndefined()
    expect(held(message.toString('latin1'))).toBeUndefined()
    expect(verifySignature(Buffer.from(signed, 'latin1'), keysOf(1024).publicKey)).toBeUndefined()
  })
})
