import { describe, expect, test } from 'vitest'
import { readCsv } from '../../../../pipeline/readers/csv/read-csv.js'
import { CsvUnreadable } from '../../../../pipeline/readers/csv/unreadable.js'
import { seeded } from '../../../support/seeded.js'
import { faultsIn, options, readersIn, rowsOf } from './rows.js'

/** What was said when no more could be read, after how many rows. */
async function unreadable(input: string | Uint8Array | Iterable<Uint8Array>, more = {}) {
  let rows = 0
  try {
    const given = typeof input === 'string' ? Buffer.from(input) : input
    for await (const row of readCsv(given, { ...options, ...more })) if (row.kind === 'reader') rows += 1
  } catch (error) {
    if (error instanceof CsvUnreadable) return { rows, line: error.line, message: error.message }
    throw error
  }
  return { rows }
}

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

describe('how a file is written', () => {
  const text = 'E-mail,Name\r\nhester@example.org,Zoë Quayle\r\nbo@example.org,€ “Bo”\r\n'
  const names = ['Zoë Quayle', '€ “Bo”']
  const windows = Buffer.from(
    text.replace(/[€“”]/g, sign => ({ '€': '\x80', '“': '\x93', '”': '\x94' })[sign] ?? ''),
    'latin1',
  )
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(`\uFEFF${text}`, false)],
    ['UTF-16, big end first', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 without a mark', utf16(text, false)],
    ['Windows-1252', windows],
    ['ends of lines as on a Macintosh', Buffer.from(text.replaceAll('\r\n', '\r'))],
    ['semicolons', Buffer.from(text.replaceAll(',', ';'))],
    ['tabs', Buffer.from(text.replaceAll(',', '\t'))],
    ['a separator that is told', Buffer.from(`sep=;\r\n${text.replaceAll(',', ';')}`)],
  ])('%s', async (_, bytes) => {
    expect(readersIn(await rowsOf(bytes)).map(({ name }) => name)).toEqual(names)
    for (const size of [1, 2, 3, 7]) {
      const rows = []
      for await (const row of readCsv(pieces(bytes, size), options)) rows.push(row)
      expect(readersIn(rows).map(({ name }) => name)).toEqual(names)
    }
  })

  test('what is guessed is told', async () => {
    expect((await rowsOf(windows)).filter(row => row.kind === 'note')).toEqual([
      {
        kind: 'note',
        text: 'Unexpected bytes that are not UTF-8, read as windows-1252; look whether the letters are right, and save the file as UTF-8',
      },
    ])
  })

  test('letters that come late are read as those that come early', async () => {
    const late = `email,name\n${'x@example.org,\n'.repeat(6_000).replaceAll('x', () => `r${next()}`)}z@example.org,Zoë\n`
    for (const encoding of ['utf8', 'latin1'] as const) {
      expect(readersIn(await rowsOf(Buffer.from(late, encoding))).at(-1)?.name).toBe('Zoë')
    }
  })

  test.each([
    ['utf8', 0],
    ['latin1', 1],
  ] as const)('a letter in %s is the same where what was read ends in it', async (encoding, notes) => {
    const start = `email,name\n${Array.from({ length: 4_000 }, () => `r${next()}@example.org,\n`).join('')}`
    const bytes = Buffer.from(`${start}z@example.org,Zoë\n`, encoding)
    const middle = bytes.findIndex(byte => byte >= 0x80) + 1
    const rows = []
    for await (const row of readCsv([bytes.subarray(0, middle), bytes.subarray(middle)], options))
      rows.push(row)
    expect(readersIn(rows).at(-1)?.name).toBe('Zoë')
    expect(rows.filter(({ kind }) => kind === 'note')).toHaveLength(notes)
  })

  test('a cell with letters that cannot be read is told, not guessed', async () => {
    const rows = await rowsOf(
      Buffer.concat([
        Buffer.from('email,name\né@x.org,é\na@b.org,Zo'),
        Buffer.from([0xeb]),
        Buffer.from('\n'),
      ]),
    )
    expect(faultsIn(rows).at(-1)).toBe(
      '3 (name) fault: Unexpected letters that cannot be read, expected a file in UTF-8 ["a@b.org"]',
    )
  })
})

let number = 0
const next = () => {
  number += 1
  return number
}

function* pieces(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

describe('columns', () => {
  test('may stand in any order, and others are attributes', async () => {
    const rows = await rowsOf(
      [
        'Favourite colour?,LAST NAME,Consent date,tags,e-mail,First-Name,Language,State,status,1st visit,unsubscribe_url,???',
        'sea green,Quayle,2026-01-02,"Members; members, two  words",h@example.org,Hester,en-GB,ME,unconfirmed,2020,x,y',
      ].join('\n'),
    )
    expect(readersIn(rows)).toEqual([
      {
        email: 'h@example.org',
        name: 'Hester Quayle',
        state: 'pending',
        since: options.now,
        tags: ['members', 'two words'],
        consent: { at: Date.UTC(2026, 0, 2), source: 'import readers.csv' },
        attributes: {
          favourite_colour: 'sea green',
          last_name: 'Quayle',
          first_name: 'Hester',
          lang: 'en-GB',
          state: 'ME',
          _1st_visit: '2020',
          _unsubscribe_url: 'x',
          column_12: 'y',
        },
      },
    ])
  })

  test('of addresses are known by the first row where their heading says nothing', async () => {
    expect(readersIn(await rowsOf('Wer,Wohin\nHester,h@example.org\n'))).toMatchObject([
      { email: 'h@example.org', attributes: { wer: 'Hester' } },
    ])
  })

  test('have separators in their headings, in quotation marks', async () => {
    const rows = await rowsOf('email,"Size; S, M; L; XL"\nh@example.org,M\n')
    expect(readersIn(rows)).toMatchObject([{ attributes: { size_s_m_l_xl: 'M' } }])
  })

  test('with one name are two attributes', async () => {
    expect(readersIn(await rowsOf('email,City,city,CITY,city_2\nh@example.org,a,b,c,d\n'))).toMatchObject([
      { attributes: { city: 'a', city_2: 'b', city_3: 'c', city_2_2: 'd' } },
    ])
  })

  test('named as what every object has are attributes as others are', async () => {
    const [reader] = readersIn(await rowsOf('email,__proto__,constructor\nh@example.org,a,b\n'))
    expect(Object.entries(reader?.attributes ?? {})).toEqual([
      ['proto', 'a'],
      ['constructor', 'b'],
    ])
  })

  test('that are missing at the end of a row are empty, and rows without any cell are none', async () => {
    const rows = await rowsOf('email,name,city\nh@example.org\n\n,,\n  ,\nb@example.org,Bo,\n')
    expect(readersIn(rows).map(({ email }) => email)).toEqual(['h@example.org', 'b@example.org'])
    expect(faultsIn(rows)).toEqual([])
  })
})

test('quotation marks that somebody typed are part of a name', async () => {
  const rows = await rowsOf(
    'email,name\na@b.org,Robert "Bob" Smith\nc@b.org,"Bob" Smith\nd@b.org,"Bob ""Bo"" Smith"\n',
  )
  expect(readersIn(rows).map(({ name }) => name)).toEqual([
    'Robert "Bob" Smith',
    '"Bob" Smith',
    'Bob "Bo" Smith',
  ])
})

test('what is said of the file as a whole is said of rows that do not say it', async () => {
  const rows = await rowsOf('email,status\na@example.org,\nb@example.org,active\n', { state: 'unsubscribed' })
  expect(readersIn(rows).map(({ state }) => state)).toEqual(['unsubscribed', 'active'])
})

test('no row is lost without a word', async () => {
  const rows = await rowsOf(
    [
      'email,name,since,status', // 1
      'Hester <h@example.org>,Hester,,', // 2
      ',Nobody,,', // 3
      'a@example.org,A,3/4/2026,', // 4
      'b@example.org,B,2026-02-30,', // 5
      'c@example.org,C,,resting', // 6
      'd@example.org,Quayle, Hester,2026-01-01,', // 7
      `e@example.org,${'x'.repeat(301)},,`, // 8
      'f@example.org,"F\nF",2026-01-01,', // 9, 10
      'F@example.org,F,,unsubscribed', // 11
      '"g@example.org","never closed,,', // 12
      'lost@example.org,"L",,', // 13
      'h@example.org,H,,', // 14
    ].join('\n'),
  )
  expect(faultsIn(rows)).toEqual([
    '2 (email) fault: Unexpected white space in "Hester <h@example.org>", expected one address and nothing else ["Hester <h@example.org>"]',
    '3 (email) fault: Unexpected empty address, expected one such as hester@example.org ["Nobody"]',
    '4 (since) fault: Unexpected time "3/4/2026", expected one such as 2026-03-14 09:12:31 ["a@example.org"]',
    '5 (since) fault: Unexpected time "2026-02-30", expected one such as 2026-03-14 09:12:31 ["b@example.org"]',
    '6 (status) fault: Unexpected state "resting", expected one of pending, active, unsubscribed, bounced, complained ["c@example.org"]',
    '7 fault: Unexpected 5 cells, expected 4 as in the head row; is a comma or a quotation mark in a cell that is not in quotation marks? ["d@example.org"]',
    '8 (name) fault: Unexpected 301 characters, expected at most 300 ["e@example.org"]',
    '11 duplicate: Unexpected second row for one address, the first is at line 9, which says active where this says unsubscribed ["F@example.org"]',
    '12 (name) fault: Unexpected row within a cell on lines 12 to 13: a quotation mark before it is not closed; close it, or delete it ["g@example.org"]',
  ])
  expect(readersIn(rows).map(({ name }) => name)).toEqual(['F F', 'H'])
})

describe('a file that cannot be read', () => {
  test.each([
    ['nothing', '', 1, 'Unexpected empty file'],
    ['blank lines', '\n\n \n'.repeat(10), 3, 'expected a column that is called email'],
    [
      'no column of addresses',
      'name,city\nHester,Wien\n',
      1,
      'Unexpected head row "name", "city", expected a column that is called email',
    ],
    ['a workbook', 'PK\u0003\u0004\u0014\u0000', 1, 'Unexpected ZIP archive or workbook'],
    ['a line without end', ','.repeat(300_000), 1, 'Unexpected line of more than 262144 characters'],
    [
      'a quotation mark that is closed too late',
      `email,name\na@example.org,"${'x\n'.repeat(40_000)}"\n`,
      2,
      'within 65536 characters',
    ],
    [
      'columns without number',
      `email${',x'.repeat(600)}\n`,
      1,
      'Unexpected 601 columns, expected at most 500',
    ],
    [
      'an open quotation mark at the end',
      'email,name\na@example.org,A\n\nb@example.org,"B\nC',
      4,
      'Unexpected quotation mark in cell 2 of the row at line 4',
    ],
  ])('%s', async (_, input, line, message) => {
    expect(await unreadable(input)).toMatchObject({ line, message: expect.stringContaining(message) })
  })

  test('a picture', async () => {
    const random = seeded(5)
    const bytes = Buffer.from(Array.from({ length: 100_000 }, () => Math.floor(random() * 256)))
    expect(await unreadable(bytes)).toMatchObject({ rows: 0, message: expect.stringContaining('Unexpected') })
  })

  test('more rows than there may be', async () => {
    expect(await unreadable('email\na@b.org\nc@d.org\ne@f.org\n', { mostRows: 2 })).toEqual({
      rows: 2,
      line: 4,
      message: 'Unexpected row 3, expected at most 2; divide the file',
    })
  })
})

test('the rows before a quotation mark that nobody closes are read, and its line is told, at once', async () => {
  const good = Array.from({ length: 5_000 }, (_, index) => `r${index}@example.org,"two\nlines"\n`).join('')
  const bomb = Buffer.from(`email,name\n${good}\nz@example.org,"${'x,y\n'.repeat(500_000)}`)
  const began = process.cpuUsage()
  expect(await unreadable(bomb)).toEqual({
    rows: 5_000,
    line: 10_003,
    message:
      'Unexpected quotation mark in cell 2 of the row at line 10003, expected another that closes it within 65536 characters; close it, or delete it',
  })
  expect(process.cpuUsage(began).user).toBeLessThan(1_500_000)
})

test.each([
  ['separators', () => ','.repeat(5_000_000)],
  ['separators in rows', () => `email\n${`${','.repeat(200_000)}\n`.repeat(8)}`],
  ['quotation marks', () => `email\n${'"'.repeat(5_000_000)}`],
  ['letters', () => 'a'.repeat(5_000_000)],
  ['sign after sign', () => `email\n${'@'.repeat(60_000)}\n${'a@'.repeat(30_000)}\n`],
  ['tags', () => `email,tags\na@b.org,"${',x'.repeat(4_900)}"\nc@d.org,[${'['.repeat(9_000)}\n`],
  ['depth in JSON', () => `uuid,email,attributes,status\n1,a@b.org,${'['.repeat(60_000)},enabled\n`],
])('%s without end take no time', async (_, input) => {
  const bytes = Buffer.from(input())
  const began = process.cpuUsage()
  await unreadable(bytes)
  expect(process.cpuUsage(began).user).toBeLessThan(1_000_000)
})

test('whatever a file holds, each row is a reader that is sound or is told of', async () => {
  const random = seeded(6)
  const parts = [
    'a@b.org',
    'x@y.net',
    ',',
    ';',
    '"',
    '""',
    '\n',
    '\r\n',
    'email',
    'name',
    '\0',
    '\u202E',
    'é',
    '=1',
    "'",
    ' ',
    '\t',
    '@',
    '{"a":"b"}',
    '2026-01-01',
  ]
  let readers = 0
  for (let round = 0; round < 600; round += 1) {
    const text = Array.from({ length: 40 }, () => parts[Math.floor(random() * parts.length)]).join('')
    try {
      for (const { email, name = '', attributes, tags } of readersIn(
        await rowsOf(`email,name,tags\n${text}`),
      )) {
        readers += 1
        expect(email).toMatch(/^[!-~]+@[!-~]+$/)
        for (const value of [name, ...Object.values(attributes), ...tags])
          expect(value).not.toMatch(/[\p{Cc}\u202E]/u)
      }
    } catch (error) {
      expect(error).toBeInstanceOf(CsvUnreadable)
    }
  }
  expect(readers).toBeGreaterThan(60)
})
