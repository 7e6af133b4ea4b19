import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { CsvRow } from '../../pipeline/readers/csv/csv-row.js'
import { exportCsv } from '../../pipeline/readers/csv/export-csv.js'
import { readCsv } from '../../pipeline/readers/csv/read-csv.js'
import type { NewReader } from '../../pipeline/readers/reader.js'

setFlagsFromString('--expose-gc')
// The flag makes it a global of new contexts alone; nothing in the types says so.
const collect = runInNewContext('gc') as () => void

const heap = () => {
  collect()
  return process.memoryUsage().heapUsed
}

const rows = 300_000

function* file(row: (index: number) => string): Generator<Uint8Array> {
  yield Buffer.from('email,name,tags,created,city,lang\n')
  for (let from = 0; from < rows; from += 500) {
    yield Buffer.from(Array.from({ length: 500 }, (_, index) => row(from + index)).join(''))
  }
}

/** Reads all, and how the heap grew from the 10,000th row to the last. */
async function read(row: (index: number) => string, kind: CsvRow['kind']) {
  const began = process.cpuUsage()
  let count = 0
  let start = 0
  let end = 0
  for await (const each of readCsv(file(row), { now: 0, source: 'import readers.csv' })) {
    if (each.kind === kind) count += 1
    if (count === 10_000) start ||= heap()
    if (count === rows) end = heap()
  }
  const { user, system } = process.cpuUsage(began)
  return { count, grown: end - start, seconds: (user + system) / 1e6 }
}

test('300,000 readers are read in seconds, and what is kept of each is its address', async () => {
  const { count, grown, seconds } = await read(
    index =>
      `reader${index}@example${index % 977}.org,Hester Quayle ${index},"members, x${index % 9}",2024-03-14 09:12:31,Wien,de\n`,
    'reader',
  )
  console.log(
    `${count} rows: ${seconds.toFixed(1)} s of processor time, ${(grown / 1e6).toFixed(0)} MB of addresses`,
  )
  expect(count).toBe(rows)
  expect(grown / rows).toBeLessThan(300)
  expect(seconds).toBeLessThan(30)
})

test('nothing is kept of rows that are not taken', async () => {
  const { count, grown } = await read(
    index => `reader${index}@@example.org,Hester Quayle ${index},,,,\n`,
    'not-taken',
  )
  expect(count).toBe(rows)
  expect(grown).toBeLessThan(5e6)
})

test('300,000 readers are written in seconds, and none is kept', async () => {
  function* readers(): Generator<NewReader> {
    for (let index = 0; index < rows; index += 1) {
      yield {
        email: `reader${index}@example.org`,
        name: `=Quayle ${index}`,
        state: 'active',
        since: index,
        attributes: { city: `Wien ${index}` },
        tags: ['members'],
      }
    }
  }
  const began = process.cpuUsage()
  let count = 0
  let start = 0
  let end = 0
  for await (const _ of exportCsv(readers)) {
    count += 1
    if (count === 10_000) start = heap()
    if (count === rows) end = heap()
  }
  const { user, system } = process.cpuUsage(began)
  console.log(`${count} rows written: ${((user + system) / 1e6).toFixed(1)} s of processor time`)
  expect(count).toBe(rows + 1)
  expect(end - start).toBeLessThan(5e6)
})
