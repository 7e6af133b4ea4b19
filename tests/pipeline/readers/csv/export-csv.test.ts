import { expect, test } from 'vitest'
import { cleanValue } from '../../../../pipeline/readers/clean-value.js'
import { exportCsv, ListChanged } from '../../../../pipeline/readers/csv/export-csv.js'
import { withFormulas, withoutFormulas } from '../../../../pipeline/readers/csv/formulas.js'
import { type NewReader, readerStates } from '../../../../pipeline/readers/reader.js'
import { tidyTags } from '../../../../pipeline/readers/tags.js'
import { seeded } from '../../../support/seeded.js'
import { readersIn, rowsOf } from './rows.js'

const written = async (readers: readonly NewReader[]) => {
  let text = ''
  for await (const piece of exportCsv(() => readers)) text += piece
  return text
}

const hester: NewReader = {
  email: 'hester@example.org',
  name: 'Hester "Hes" Quayle, MA',
  state: 'active',
  since: Date.UTC(2026, 2, 14, 9, 12, 31, 5),
  attributes: { lang: 'en-GB', state: 'ME' },
  tags: ['members', 'two words'],
  consent: { at: Date.UTC(2026, 2, 14), source: 'form', address: '2001:db8::7' },
}

test('a list is our columns, then its attributes', async () => {
  const other: NewReader = { email: 'b@example.org', state: 'bounced', since: 0, attributes: {}, tags: [] }
  expect(await written([hester, other])).toBe(
    [
      '\uFEFFemail,name,state,since,tags,consent_at,consent_source,consent_address,lang,attribute.state',
      'hester@example.org,"Hester ""Hes"" Quayle, MA",active,2026-03-14T09:12:31.005Z,"members, two words",2026-03-14T00:00:00.000Z,form,2001:db8::7,en-GB,ME',
      'b@example.org,,bounced,1970-01-01T00:00:00.000Z,,,,,,',
      '',
    ].join('\r\n'),
  )
})

test('an empty list is its head row, and none is read in it', async () => {
  expect(readersIn(await rowsOf(await written([])))).toEqual([])
})

test('a list that grows while it is written is not written with a part left out', async () => {
  let calls = 0
  const growing = () => {
    calls += 1
    return [calls === 1 ? { ...hester, attributes: {} } : hester]
  }
  await expect(async () => {
    for await (const _ of exportCsv(growing));
  }).rejects.toThrow(ListChanged)
})

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['+49 89 123', "'+49 89 123"],
  ['-5', "'-5"],
  ['@SUM(1)', "'@SUM(1)"],
  ['\t=1', "'\t'=1"],
  ['\r=1', "'\r'=1"],
  [' =1', "' =1"],
  ['"=1"', `'"=1"`],
  ["'=1", "''=1"],
  ['“=1', "'“=1"],
  ['\u200B=1', "'\u200B=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠A1', "'＠A1"],
  ['Hester;=1', "Hester;'=1"],
  ['Hester\n=1', "Hester\n'=1"],
  ['hester@example.org', 'hester@example.org'],
  ['Jean-Luc', 'Jean-Luc'],
  ["'quoted'", "'quoted'"],
  ['1 = 1', '1 = 1'],
])('%j is %j to a spreadsheet', (text, safe) => {
  expect(withoutFormulas(text)).toBe(safe)
  expect(withFormulas(safe)).toBe(text)
})

/** Cells as a program reads them that takes another separator. */
const cellsBy = (separator: string, text: string) =>
  text.split(/\r\n?|\n/).flatMap(line => line.split(separator))

test('whatever is in a list, no spreadsheet finds a formula, and reading it again gives the same readers', async () => {
  const next = seeded(8)
  const signs = [...'=+-@|%\t\r\n;,\'" ab1é＝＋－＠“”\u200B\u00A0\u202E\u2066\u{1F600}\u0301.:_']
  const text = (most: number) =>
    Array.from({ length: Math.floor(next() * most) }, () => signs[Math.floor(next() * signs.length)]).join('')
  const names = [
    'city',
    'état',
    'state',
    'consent-at',
    'Email',
    'attribute.x',
    '_1',
    'a.b-c',
    'constructor',
    'tags',
  ]
  const locals = ['a', '=1+1', '-x', '+y', "'z", "'=q", '|w', '%v']
  const readers = Array.from({ length: 1_500 }, (_, index): NewReader => {
    const name = cleanValue(text(12))
    const attributes = names
      .map(each => [each, cleanValue(text(12))] as const)
      .filter(([, value]) => value !== '' && next() < 0.5)
    return {
      email: `${locals[index % locals.length]}${index}@example.org`,
      ...(name === '' ? {} : { name }),
      state: readerStates[Math.floor(next() * readerStates.length)] ?? 'active',
      since: Math.floor(next() * 2e12),
      attributes: Object.fromEntries(attributes),
      tags: tidyTags([text(8), text(8), text(8)]),
      ...(next() < 0.5
        ? {
            consent: {
              at: Math.floor(next() * 2e12),
              source: cleanValue(`x${text(8)}`),
              address: '203.0.113.7',
            },
          }
        : {}),
    }
  })
  const csv = await written(readers)
  for (const separator of [';', '\t']) {
    const formulas = cellsBy(separator, csv).filter(cell => /^["\s]*[=+\-@＝＋－＠]/u.test(cell))
    expect(formulas).toEqual([])
  }
  const read = readersIn(await rowsOf(csv))
  expect(read).toHaveLength(readers.length)
  for (const [index, reader] of readers.entries()) expect(read[index]).toEqual(reader)
})

test('what is clean stays as it is', () => {
  const next = seeded(9)
  const signs = [...' \t\n\r\0ab\u0301é\u200B\u00A0\u202A\u202C\u2066\u2069\u2028\uFEFF']
  for (let round = 0; round < 5_000; round += 1) {
    const clean = cleanValue(
      Array.from({ length: 8 }, () => signs[Math.floor(next() * signs.length)]).join(''),
    )
    expect(cleanValue(clean)).toBe(clean)
  }
})
