import { expect, test } from 'vitest'
import { parseSegment } from '../../pipeline/readers/segment.js'
import { serviceNames, services } from '../../pipeline/readers/services/services.js'
import { ownColumns } from '../../pipeline/readers/services/trifold.js'
import { faultsIn, readersIn, rowsOf } from '../pipeline/readers/csv/rows.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/sending.md')
const list = page.slice(page.indexOf('## The list of readers'), page.indexOf('## The mail server'))
/** The rows of a table below a heading, without its head. */
const tableBelow = (heading: string) =>
  (list.split(`### ${heading}\n`)[1]?.split('\n### ')[0] ?? '')
    .split('\n')
    .filter(line => line.startsWith('|'))
    .slice(2)
    .map(line => line.split('|').map(cell => cell.trim()))
const codesIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

test('the example of docs/sending.md is read as the table below it says', async () => {
  const csv = examplesOf(list).find(({ language }) => language === 'csv')?.text ?? ''
  const rows = await rowsOf(csv)
  expect(faultsIn(rows)).toEqual([])
  expect(readersIn(rows)).toEqual([
    {
      email: 'hester@example.org',
      name: 'Hester Quayle',
      state: 'active',
      since: Date.UTC(2024, 2, 14),
      tags: ['members', 'saltmere'],
      consent: { at: Date.UTC(2024, 2, 14, 9, 12, 31), source: 'form' },
      attributes: { lang: 'en-GB', city: 'Saltmere' },
    },
    {
      email: 'bo@example.org',
      name: 'Bo Lund',
      state: 'unsubscribed',
      since: Date.UTC(2023, 10, 2),
      tags: [],
      attributes: { lang: 'sv' },
    },
  ])
})

test('each name of a column is one', async () => {
  const known = tableBelow('Import').flatMap(([, names = '', others = '']) => codesIn(`${names} ${others}`))
  expect(known.length).toBeGreaterThan(20)
  for (const heading of known.filter(name => !/name$/.test(name))) {
    const isEmail = /mail/.test(heading)
    const [head] = await rowsOf(isEmail ? `${heading}\nx\n` : `email,${heading}\na@example.org,\n`)
    const columns = head?.kind === 'head' ? head.columns : []
    expect(columns.at(-1)?.becomes, heading).not.toMatch(/^attribute|left out/)
  }
})

test('each service has a row', () => {
  const rows = tableBelow('From a service').map(([, service = '']) => service)
  const others = serviceNames.filter(name => name !== 'trifold').map(name => services[name].name)
  expect(rows.filter(name => name !== '')).toEqual(others)
})

test('each segment has whom the page says', () => {
  const readers = [
    { tags: ['members'], attributes: { lang: 'de-AT', city: 'Bad Ischl' } },
    { tags: ['members'], attributes: { lang: 'fr' } },
    { tags: [], attributes: { lang: 'de' } },
    { tags: [], attributes: { lang: 'fr', city: 'Paris' } },
  ]
  const has = (source: string) => {
    const segment = parseSegment(source)
    return 'fault' in segment
      ? segment.fault
      : readers.flatMap((reader, index) => (segment.has(reader) ? index : []))
  }
  const segments = tableBelow('Segments').map(([, cell = '']) => codesIn(cell)[0] ?? '')
  expect(segments.map(has)).toEqual([[0, 1], [0, 2], [0], [0], [0, 3], [2, 3], [1], [0, 1, 2], [0, 1]])
})

test('the fault of a segment is as shown', () => {
  const [shown] = examplesOf(list).filter(({ section }) => section === 'Segments')
  const source = codesIn(list.split('### Export')[0]?.match(/told with its column: .*/)?.[0] ?? '')[0] ?? ''
  const segment = parseSegment(source)
  expect('fault' in segment && `${segment.at}: ${segment.fault}\n`).toBe(shown?.text)
})

test('the columns of the export are those that are written', () => {
  expect(codesIn(list.split('### Export')[1]?.match(/our own columns \(([^)]*)\)/)?.[1] ?? '')).toEqual([
    ...ownColumns,
  ])
})
