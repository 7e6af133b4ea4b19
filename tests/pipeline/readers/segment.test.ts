import { describe, expect, test } from 'vitest'
import { parseSegment, type Segment } from '../../../pipeline/readers/segment.js'
import { seeded } from '../../support/seeded.js'

type Known = Parameters<Segment['has']>[0]

const hester: Known = {
  tags: ['members', 'new york'],
  attributes: { lang: 'de-AT', city: 'Bad Ischl (Kaiservilla)', Plan: 'Yearly' },
}
const has = (source: string, reader: Known = hester) => {
  const segment = parseSegment(source)
  if ('fault' in segment) throw new Error(`${segment.at}: ${segment.fault}`)
  return segment.has(reader)
}

test.each([
  ['tag:members', true],
  ['TAG:Members', true],
  ['tag:member', false],
  ['tag:member*', true],
  ['tag:"new york"', true],
  ['tag:"new y"*', true],
  ['tag:"new y*"', false],
  ['tag:*', true],
  ['lang:de', true],
  ['lang:DE-at', true],
  ['lang:d', false],
  ['lang:d*', true],
  ['lang:de-A', false],
  ['plan:yearly', true],
  ['city:"bad ischl (KAISERVILLA)"', true],
  ['city:"say \\"no\\""', false],
  ['city:*', true],
  ['country:*', false],
  ['not country:*', true],
  ['constructor:*', false],
  ['__proto__:*', false],
  ['tag:members and lang:fr', false],
  ['tag:members AND NOT lang:fr', true],
  ['lang:fr or tag:members and lang:de', true],
  ['(lang:fr or tag:members) and lang:fr', false],
  ['not lang:fr and lang:fr', false],
  ['not (lang:fr and lang:fr)', true],
  ['not not tag:members', true],
  ['(((tag:members)))', true],
  ['tag:and', false],
  ['\n tag:members\tor\n lang:fr ', true],
])('%s', (source, expected) => {
  expect(has(source)).toBe(expected)
})

test('letters are the same composed and decomposed', () => {
  expect(has('city:zu\u0308rich', { tags: [], attributes: { city: 'Z\u00FCrich' } })).toBe(true)
})

describe('a fault says where, and what was expected', () => {
  test.each([
    ['', 1, 'Unexpected end, expected a condition such as tag:members'],
    ['members', 1, 'Unexpected "members", expected a condition such as tag:members'],
    ['tag:', 5, 'Unexpected end of "tag:", expected a value right after the colon'],
    ['tag: members', 5, 'Unexpected end of "tag:", expected a value right after the colon'],
    ['tag:""', 5, 'Unexpected empty value, expected one; not tag:* is for readers without any'],
    ['city:"Wien', 6, 'Unexpected end, expected a quotation mark that closes this one'],
    ['tag:a tag:b', 7, 'Unexpected "tag:", expected and, or, or the end'],
    ['tag:a and', 10, 'Unexpected end, expected a condition such as tag:members'],
    ['tag:a and or tag:b', 11, 'Unexpected "or", expected a condition such as tag:members'],
    ['(tag:a', 7, 'Unexpected end, expected and, or, or the bracket that closes the one at 1'],
    ['tag:a)', 6, 'Unexpected ")", expected and, or, or the end'],
    ['()', 2, 'Unexpected ")", expected a condition such as tag:members'],
    ['1st:a', 1, 'Unexpected "1st" before a colon, expected a name such as tag or lang'],
    [':a', 1, 'Unexpected "" before a colon, expected a name such as tag or lang'],
    ['state:active', 1, 'Unexpected state, expected tag, lang or another attribute'],
    ['tag:a & tag:b', 7, 'Unexpected "&", expected a condition such as tag:members'],
    [
      `${'('.repeat(30)}tag:a${')'.repeat(30)}`,
      22,
      'Unexpected depth, expected at most 20 brackets and nots',
    ],
    [`${'not '.repeat(30)}tag:a`, 85, 'Unexpected depth, expected at most 20 brackets and nots'],
    ['tag:a or '.repeat(112), 1001, 'Unexpected length of 1008 characters, expected at most 1000'],
  ])('%s', (source, at, fault) => {
    expect(parseSegment(source)).toEqual({ fault, at })
  })

  test('of a name that no reader has, where the names are known', () => {
    expect(parseSegment('tag:a and citty:Wien', ['city', 'Plan'])).toEqual({
      fault: 'Unexpected "citty", expected one of tag, lang, city, plan',
      at: 11,
    })
    expect(parseSegment('PLAN:a', ['city', 'Plan'])).toHaveProperty('has')
  })
})

/** A random condition as it is written and as it should hold. */
function random(next: () => number, depth: number): { source: string; holds: (reader: Known) => boolean } {
  const pick = Math.floor(next() * (depth > 4 ? 2 : 5))
  if (pick < 2) {
    const tag = `t${Math.floor(next() * 4)}`
    const source = `${next() < 0.5 ? 'tag' : 'Tag'}:${next() < 0.5 ? tag : `"${tag}"`}`
    return { source, holds: reader => reader.tags.includes(tag) }
  }
  const left = random(next, depth + 1)
  if (pick === 2) {
    return { source: `not (${left.source})`, holds: reader => !left.holds(reader) }
  }
  const right = random(next, depth + 1)
  return pick === 3
    ? {
        source: `(${left.source}) and (${right.source})`,
        holds: reader => left.holds(reader) && right.holds(reader),
      }
    : {
        source: `(${left.source}  OR ${right.source})`,
        holds: reader => left.holds(reader) || right.holds(reader),
      }
}

test('random segments have whom they say', () => {
  const next = seeded(2)
  const readers = Array.from(
    { length: 16 },
    (_, bits): Known => ({
      tags: ['t0', 't1', 't2', 't3'].filter((_tag, bit) => bits & (1 << bit)),
      attributes: {},
    }),
  )
  let read = 0
  for (let round = 0; round < 1_000; round += 1) {
    const { source, holds } = random(next, 0)
    const segment = parseSegment(source)
    if ('fault' in segment) {
      expect(segment.fault).toContain('Unexpected length')
      continue
    }
    read += 1
    expect(readers.filter(segment.has), source).toEqual(readers.filter(holds))
  }
  expect(read).toBeGreaterThan(900)
})

test('any text is a segment or a fault within it, at once', () => {
  const next = seeded(3)
  const pieces = [
    'tag:',
    'lang:',
    'a',
    '"',
    '(',
    ')',
    ' ',
    'and',
    'or',
    'not',
    '*',
    '\\',
    ':',
    'é',
    '\0',
    '\u{1F600}',
  ]
  for (let round = 0; round < 5_000; round += 1) {
    const source = Array.from(
      { length: Math.floor(next() * 20) },
      () => pieces[Math.floor(next() * pieces.length)],
    ).join('')
    const segment = parseSegment(source)
    if ('fault' in segment) {
      expect(segment.at).toBeGreaterThanOrEqual(1)
      expect(segment.at).toBeLessThanOrEqual(source.length + 2)
    } else {
      expect(segment.has(hester)).toBeTypeOf('boolean')
    }
  }
  const began = process.cpuUsage()
  for (const source of [
    '('.repeat(1000),
    'tag:"'.repeat(200),
    'not '.repeat(250),
    '\\'.repeat(1000),
    `x:"${'\\"'.repeat(490)}`,
  ]) {
    parseSegment(source)
    parseSegment(source.repeat(10_000))
  }
  expect(process.cpuUsage(began).user).toBeLessThan(500_000)
})
