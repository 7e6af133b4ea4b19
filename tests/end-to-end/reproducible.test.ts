import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type BuiltSamples, buildSamples, slugs } from '../support/built-samples.js'
import { pdfInfo } from '../support/reading/text-of-pdf.js'
import { readZip } from '../support/zip.js'

const builds: BuiltSamples[] = []
const elsewhere = mkdtempSync(join(tmpdir(), 'trifold-elsewhere-'))
const timeZone = process.env.TZ

async function build(options?: Parameters<typeof buildSamples>[0]): Promise<BuiltSamples> {
  const built = await buildSamples(options)
  expect(built.called.code).toBe(0)
  builds.push(built)
  return built
}

const filesOf = ({ folder }: BuiltSamples) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** Files of two builds that are not the same bytes. */
function differences(one: BuiltSamples, other: BuiltSamples): string[] {
  const names = filesOf(one)
  expect(filesOf(other)).toEqual(names)
  return names.filter(name => !Buffer.from(one.bytes('.', name)).equals(other.bytes('.', name)))
}

function restoreTimeZone() {
  if (timeZone === undefined) delete process.env.TZ
  else process.env.TZ = timeZone
}

let first: BuiltSamples
beforeAll(async () => {
  first = await build()
}, 120_000)
afterEach(restoreTimeZone)
afterAll(() => {
  for (const built of builds) built.remove()
  rmSync(elsewhere, { recursive: true })
})

test('the same bytes, from another working folder, in another time zone and locale', async () => {
  expect(filesOf(first).length).toBeGreaterThan(3 * 6)
  process.env.TZ = 'Asia/Tokyo'
  // The offset shows that the setting reached the process; the browser is a child of it.
  expect(new Date(0).getTimezoneOffset()).toBe(-540)
  const content = join(import.meta.dirname, '../../content')
  const second = await build({ cwd: elsewhere, flags: [content], env: { LANG: 'ja_JP.UTF-8' } })
  expect(differences(first, second)).toEqual([])
}, 60_000)

test('the comparison sees one byte', async () => {
  const changed = {
    ...first,
    bytes: (slug: string, file: string) => {
      const bytes = Buffer.from(first.bytes(slug, file))
      if (file.endsWith('.epub')) bytes[40] = (bytes[40] ?? 0) ^ 1
      return bytes
    },
  }
  expect(differences(first, changed)).toEqual(
    [...slugs, 'between-tides'].sort().map(slug => `${slug}/${slug}.epub`),
  )
})

describe('SOURCE_DATE_EPOCH', () => {
  const epoch = Date.UTC(2001, 8, 9, 1, 46, 40) / 1000

  test('is the date of every file, and of nothing that a reader reads', async () => {
    process.env.TZ = 'UTC'
    const built = await build({ env: { SOURCE_DATE_EPOCH: String(epoch) } })
    for (const slug of slugs) {
      const info = pdfInfo(built.path(slug, `${slug}.pdf`))
      expect([info.CreationDate, info.ModDate]).toEqual(Array(2).fill('Sun Sep  9 01:46:40 2001 UTC'))
      const entries = readZip(built.bytes(slug, `${slug}.epub`))
      expect(new Set(entries.map(({ date }) => date))).toEqual(new Set(['2001-09-09 01:46:40']))
      expect(entries.find(({ name }) => name.endsWith('.opf'))?.text).toContain(
        '<meta property="dcterms:modified">2001-09-09T01:46:40Z</meta>',
      )
      const mail = await PostalMime.parse(built.bytes(slug, 'email.eml'))
      expect(mail.date).toBe('2001-09-09T01:46:40.000Z')
      expect(built.text(slug, 'email.txt')).toBe(first.text(slug, 'email.txt'))
      expect(built.text(slug, 'email.html')).toBe(first.text(slug, 'email.html'))
    }
  }, 60_000)
})
