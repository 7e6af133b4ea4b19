import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  dkimRecord,
  dkimRecordFor,
  isPair,
  shortKey,
  signingKey,
} from '../../../../pipeline/send/identity/dkim-record.js'

const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString()
const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const { privateKey: other } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const { privateKey: ed25519 } = generateKeyPairSync('ed25519')
const record = dkimRecordFor(rsa)
const p = record.slice(record.indexOf('p='))

/** The 32 bytes of a key of Ed25519 (RFC 8463, 3). */
const bytesOf = (key: KeyObject) =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')

/** The key alone, as some programs write it. */
const pkcs1 = createPublicKey(rsa).export({ type: 'pkcs1', format: 'der' }).toString('base64')

describe('a DKIM record', () => {
  test.each<[string, string, KeyObject]>([
    ['of RSA', record, rsa],
    ['without version and kind', p, rsa],
    ['of the key alone', `v=DKIM1; p=${pkcs1}`, rsa],
    ['with white space', `v=DKIM1 ; k = rsa ;\tp = ${p.slice(2, 40)} ${p.slice(40)} ;`, rsa],
    ['of Ed25519', `v=DKIM1; k=ed25519; p=${bytesOf(ed25519)}`, ed25519],
    ['for email', `v=DKIM1; s=email; h=sha1:sha256; ${p}`, rsa],
  ])('has the key: %s', (_, text, key) => {
    const read = dkimRecord(['something else', text])
    if (!read || 'fault' in read) throw new Error(read?.fault)
    expect(isPair(read.key, key)).toBe(true)
    expect(isPair(read.key, other)).toBe(false)
    expect(read.isTrial).toBe(false)
  })

  test.each<[string, readonly string[], string]>([
    ['withdrawn', ['v=DKIM1; p='], 'the key is withdrawn'],
    ['of another version', [`v=DKIM2; ${p}`], 'v=DKIM1'],
    ['twice', [record, record], 'there are 2 keys'],
    ['of no key', ['v=DKIM1; p=AAAA'], 'is no key of the kind'],
    ['of a key of another kind', [`v=DKIM1; k=ed25519; ${p}`], 'is no key of the kind'],
    ['of a kind that is not there', [`v=DKIM1; k=dsa; ${p}`], 'is no key of the kind'],
    ['for something else', [`v=DKIM1; s=tlsrpt; ${p}`], 'for tlsrpt and not for email'],
    ['of an old hash', [`v=DKIM1; h=sha1; ${p}`], 'sha1 and not sha256'],
    ['of no tags', [`p=a; p=b`], 'no list of tags'],
  ])('is of no use: %s', (_, texts, fault) => {
    expect(dkimRecord(texts)).toEqual({ fault: expect.stringContaining(fault) })
  })

  test('is not there', () => {
    expect(dkimRecord([])).toBeUndefined()
    expect(dkimRecord(['v=spf1 -all'])).toBeUndefined()
  })

  test('may say that signing is tried', () => {
    expect(dkimRecord([`v=DKIM1; t=s:y; ${p}`])).toMatchObject({ isTrial: true })
    expect(dkimRecord([`v=DKIM1; t=s; ${p}`])).toMatchObject({ isTrial: false })
  })
})

describe('a key that signs', () => {
  test('is of RSA', () => {
    expect(signingKey(pem(rsa))).toHaveProperty('asymmetricKeyType', 'rsa')
    expect(signingKey(pem(ed25519))).toEqual({ fault: 'the key is of the kind ed25519, expected rsa' })
    const secret = 'not-a-key'
    expect(JSON.stringify(signingKey(secret))).not.toContain(secret)
    expect(signingKey(secret)).toHaveProperty('fault')
  })

  test('is long enough', () => {
    expect(shortKey(rsa)).toEqual({ isRefused: false, bits: 1024 })
    expect(shortKey(generateKeyPairSync('rsa', { modulusLength: 768 }).privateKey)).toMatchObject({
      isRefused: true,
    })
    expect(shortKey(ed25519)).toBeUndefined()
  })
})
