import { describe, expect, test } from 'vitest'
import { dmarcOf, dmarcRecord, readDmarc } from '../../../../pipeline/send/identity/dmarc.js'
import { domainOf, isAligned, readTags, registeredDomain } from '../../../../pipeline/send/identity/names.js'
import { namesOf } from '../../../support/names.js'

describe('a DMARC record', () => {
  test.each<[string, object]>([
    ['v=DMARC1; p=none', { policy: 'none', dkim: 'relaxed', spf: 'relaxed' }],
    ['v=DMARC1;p=Reject;adkim=s;aspf=S;', { policy: 'reject', dkim: 'strict', spf: 'strict' }],
    [
      'v=DMARC1; p=quarantine; rua=mailto:d@example.org',
      { policy: 'quarantine', reports: 'mailto:d@example.org' },
    ],
    ['v=DMARC1', { fault: expect.stringContaining('p=, expected') }],
    ['v=DMARC1; p=all', { fault: expect.stringContaining('p=all, expected none, quarantine or reject') }],
    ['v=DMARC1; p', { fault: expect.stringContaining('no list of tags') }],
  ])('%s', (record, expected) => {
    expect(dmarcOf(record, 'example.org')).toMatchObject(expected)
  })

  test('is the only one', () => {
    expect(dmarcRecord(['v=DMARC1; p=none', 'v=spf1 -all'])).toBe('v=DMARC1; p=none')
    expect(dmarcRecord(['v=DMARC1; p=none', 'v=DMARC1; p=reject'])).toBeUndefined()
    expect(dmarcRecord(['v=DMARC10; p=none', 'V=dmarc1; p=none'])).toBeUndefined()
  })

  test('is the domain’s own, or that of the domain above', async () => {
    const above = { '_dmarc.example.org': { txt: ['v=DMARC1; p=reject; sp=none'] } }
    const own = { '_dmarc.news.example.org': { txt: ['v=DMARC1; p=quarantine'] } }
    expect(await readDmarc('news.example.org', namesOf(above))).toMatchObject({
      domain: 'example.org',
      policy: 'none',
    })
    expect(await readDmarc('example.org', namesOf(above))).toMatchObject({ policy: 'reject' })
    expect(await readDmarc('News.example.org', namesOf({ ...above, ...own }))).toMatchObject({
      domain: 'news.example.org',
      policy: 'quarantine',
    })
    expect(await readDmarc('example.org', namesOf({}))).toBeUndefined()
  })
})

describe('two domains', () => {
  test.each([
    ['example.org', 'example.org', true, true],
    ['example.org', 'EXAMPLE.ORG', true, true],
    ['bounces.example.org', 'example.org', true, false],
    ['a.example.org', 'b.example.org', true, false],
    ['a.example.co.uk', 'b.example.co.uk', true, false],
    ['one.co.uk', 'two.co.uk', false, false],
    ['example.org', 'example.net', false, false],
    ['badexample.org', 'example.org', false, false],
  ])('%s and %s are near: %s, the same: %s', (one, other, relaxed, strict) => {
    expect(isAligned(one, other, 'relaxed')).toBe(relaxed)
    expect(isAligned(one, other, 'strict')).toBe(strict)
  })

  test.each([
    ['news.example.org', 'example.org'],
    ['example.org.', 'example.org'],
    ['a.b.example.co.uk', 'example.co.uk'],
    ['news.example.de', 'example.de'],
    ['localhost', 'localhost'],
  ])('%s was registered as %s', (domain, registered) => {
    expect(registeredDomain(domain)).toBe(registered)
  })
})

test.each([
  ['letters@Example.org', 'example.org'],
  ['Slack Water <letters@example.org>', 'example.org'],
  ['"a@b" <letters@example.org >', 'example.org'],
])('the domain of %s', (mailbox, domain) => {
  expect(domainOf(mailbox)).toBe(domain)
})

test.each(['p', '=x', 'p=1; p=2', '1=2'])('"%s" is no list of tags', record => {
  expect(readTags(record)).toBeUndefined()
})
