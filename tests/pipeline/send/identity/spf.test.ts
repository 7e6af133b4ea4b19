import { describe, expect, test } from 'vitest'
import { readSpf, spfTerms } from '../../../../pipeline/send/identity/spf.js'
import { namesOf } from '../../../support/names.js'

const spf = (records: Readonly<Record<string, string | readonly string[]>>) =>
  readSpf(
    'example.org',
    namesOf(Object.fromEntries(Object.entries(records).map(([name, txt]) => [name, { txt: [txt].flat() }]))),
  )

describe('an SPF record', () => {
  test.each<[string, Record<string, string | string[]>, object | undefined]>([
    ['none', {}, undefined],
    ['none among others', { 'example.org': ['v=spf10 -all', 'google-site-verification=x'] }, undefined],
    [
      'plain',
      { 'example.org': ['other', 'v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all'] },
      { others: '-', lookups: 0, includes: [] },
    ],
    ['in capitals', { 'example.org': 'V=SPF1 A MX/24 ~ALL' }, { others: '~', lookups: 2 }],
    ['without an end', { 'example.org': 'v=spf1 mx' }, { others: undefined, lookups: 1 }],
    ['for everybody', { 'example.org': 'v=spf1 all' }, { others: '+' }],
    [
      'with includes of includes',
      {
        'example.org': 'v=spf1 include:a.example include:b.example ?all',
        'a.example': 'v=spf1 include:c.example a -all',
        'b.example': 'v=spf1 exists:%{i}.b.example -all',
        'c.example': 'v=spf1 ip4:192.0.2.1 -all',
      },
      { others: '?', lookups: 5, includes: ['a.example', 'c.example', 'b.example'] },
    ],
    [
      'that leads to another',
      { 'example.org': 'v=spf1 redirect=a.example', 'a.example': 'v=spf1 mx ~all' },
      { others: '~', lookups: 2 },
    ],
    [
      'whose redirection is not followed',
      { 'example.org': 'v=spf1 -all redirect=nowhere.example' },
      { others: '-', lookups: 0 },
    ],
    [
      'of nothing after all',
      { 'example.org': 'v=spf1 -all include:nowhere.example' },
      { others: '-', lookups: 0 },
    ],
    [
      'with a modifier that is new',
      { 'example.org': 'v=spf1 exp=e.example later=x -all' },
      { others: '-', lookups: 0 },
    ],
    [
      'twice',
      { 'example.org': ['v=spf1 -all', 'v=spf1 mx -all'] },
      { fault: expect.stringContaining('2 SPF records') },
    ],
    [
      'misspelt',
      { 'example.org': 'v=spf1 ipv4:192.0.2.1 -all' },
      { fault: expect.stringContaining('"ipv4:192.0.2.1"') },
    ],
    [
      'that includes what is not there',
      { 'example.org': 'v=spf1 include:a.example -all' },
      { fault: expect.stringContaining('a.example, which has none') },
    ],
    [
      'that includes itself',
      { 'example.org': 'v=spf1 include:a.example -all', 'a.example': 'v=spf1 include:EXAMPLE.org -all' },
      { fault: 'the SPF record includes itself, by example.org' },
    ],
    ['of ten lookups', { 'example.org': `v=spf1 ${'a:x.example '.repeat(10)}-all` }, { lookups: 10 }],
    [
      'of eleven',
      { 'example.org': `v=spf1 ${'a:x.example '.repeat(11)}-all` },
      { fault: expect.stringContaining('more than 10 lookups') },
    ],
  ])('%s', async (_, records, expected) => {
    const read = await spf(records)
    if (expected === undefined) expect(read).toBeUndefined()
    else expect(read).toMatchObject(expected)
  })

  test('asks no more than a receiver does', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `${at}.example`,
        { txt: [`v=spf1 include:${2 * at + 1}.example include:${2 * at + 2}.example -all`] },
      ]),
    )
    const names = namesOf({ ...many, 'example.org': { txt: ['v=spf1 include:0.example -all'] } })
    expect(await readSpf('example.org', names)).toHaveProperty('fault')
    expect(names.asked.length).toBeLessThanOrEqual(12)
  })

  test('has terms', () => {
    expect(spfTerms('v=spf1  -ip4:192.0.2.1  ~a/24 redirect=r.example ')).toEqual([
      { qualifier: '-', name: 'ip4', value: '192.0.2.1' },
      { qualifier: '~', name: 'a', value: '/24' },
      { qualifier: '+', name: 'redirect', value: 'r.example' },
    ])
  })
})
