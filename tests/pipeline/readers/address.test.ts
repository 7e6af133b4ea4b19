import { expect, test } from 'vitest'
import { addressKey, readAddress } from '../../../pipeline/readers/address.js'
import { seeded } from '../../support/seeded.js'

const emailOf = (written: string) => {
  const read = readAddress(written)
  return 'email' in read ? read.email : undefined
}
const faultOf = (written: string) => {
  const read = readAddress(written)
  return 'fault' in read ? read.fault : undefined
}

test.each([
  ['hester@example.org', 'hester@example.org'],
  ['  Hester.Quayle@Example.ORG\t', 'Hester.Quayle@Example.ORG'],
  ['hester+letters@mail.example.org', 'hester+letters@mail.example.org'],
  ["o'brien@example.org", "o'brien@example.org"],
  ['=1+1@example.org', '=1+1@example.org'],
  ['h@xn--bcher-kva.example', 'h@xn--bcher-kva.example'],
  ['h@bücher.example', 'h@xn--bcher-kva.example'],
  ['h@例え.テスト', 'h@xn--r8jz45g.xn--zckzah'],
  [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  [
    `a@${`${'b'.repeat(62)}.`.repeat(3)}${'c'.repeat(63)}`,
    `a@${`${'b'.repeat(62)}.`.repeat(3)}${'c'.repeat(63)}`,
  ],
])('%s is an address', (written, email) => {
  expect(emailOf(written)).toBe(email)
})

test.each([
  ['', 'empty'],
  ['hester', 'such as hester@example.org'],
  ['@example.org', 'such as'],
  ['hester@', 'such as'],
  ['hester@home@example.org', 'such as'],
  ['hester@localhost', 'a full name'],
  ['hester@10.0.0.1', 'not the number of a machine'],
  ['hester@[10.0.0.1]', 'Unexpected "["'],
  ['Hester <hester@example.org>', 'white space'],
  ['<hester@example.org>', 'Unexpected "<"'],
  ['hester@example.org,mallory@example.net', 'Unexpected ","'],
  ['hester@example.org;mallory@example.net', 'Unexpected ";"'],
  ['"hester quayle"@example.org', 'Unexpected'],
  ['hester(home)@example.org', 'Unexpected "("'],
  ['mailto:hester@example.org', 'Unexpected ":"'],
  ['hester@example.org\r\nBcc: mallory@example.net', 'U+000D'],
  ['hester@example.org\u0000', 'U+0000'],
  ['hes\u200Bter@example.org', 'U+200B'],
  ['hester@example\u202E.org', 'U+202E'],
  ['hester@exam\u200Bple.org', 'cannot be seen'],
  ['hester\u2028@example.org', 'U+2028'],
  ['.hester@example.org', 'single full stops'],
  ['hester.@example.org', 'single full stops'],
  ['hes..ter@example.org', 'single full stops'],
  ['hester@example..org', 'hyphens'],
  ['hester@example.org.', 'hyphens'],
  ['hester@-example.org', 'hyphens'],
  ['hester@exam_ple.org', 'hyphens'],
  ['hester@exam＠ple.org', 'full name'],
  ['hester@１２７.０.０.１', 'not the number'],
  ['ĥester@example.org', 'SMTPUTF8'],
  [`${'a'.repeat(65)}@example.org`, 'at most 64'],
  [`a@${`${'b'.repeat(62)}.`.repeat(4)}org`, '254 in all'],
  [`a@${'b'.repeat(64)}.org`, 'at most 63'],
  ['a@b.c'.repeat(1_000_000), '254 in all'],
])('%j is not', (written, fault) => {
  expect(faultOf(written)).toContain(fault)
  expect(faultOf(written)?.length).toBeLessThan(300)
})

test('the same mailbox has one key, however it is written', () => {
  const keys = ['Hester@Bücher.example', ' hester@xn--bcher-kva.EXAMPLE ', 'HESTER@BÜCHER.example'].map(
    addressKey,
  )
  expect(new Set(keys)).toEqual(new Set(['hester@xn--bcher-kva.example']))
})

test('a letter that only looks like another in lower case is not taken for it', () => {
  expect(addressKey('\u212Ate@example.org')).not.toBe(addressKey('kate@example.org'))
})

test('no text becomes an address that could be two, or a header, and what is read is read again the same', () => {
  const random = seeded(1)
  const signs = [...'abz09.@-+_=,;:<>()[]"\'\\ \t\r\n\0%éü\u202E\u200B．＠。']
  let taken = 0
  for (let round = 0; round < 20_000; round += 1) {
    const middle = Array.from(
      { length: Math.floor(random() * 8) },
      () => signs[Math.floor(random() * signs.length)],
    )
    const read = readAddress(random() < 0.5 ? `a${middle.join('')}@b.cd` : `a@b${middle.join('')}.cd`)
    if ('fault' in read) continue
    taken += 1
    expect(read.email).toMatch(/^[!#-'*+\-./\w=?^`{|}~]+@[a-zA-Z\d.-]+$/)
    expect(readAddress(read.email)).toEqual(read)
    expect(readAddress(read.key)).toEqual({ email: read.key, key: read.key })
  }
  expect(taken).toBeGreaterThan(1_000)
})
