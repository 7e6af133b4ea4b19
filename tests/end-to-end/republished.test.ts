import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fingerprintOf } from '../../pipeline/issue/fingerprint.js'
import type { IssueReport } from '../../pipeline/write/report.js'
import { articleOf } from '../support/article.js'
import { trifold } from '../support/cli.js'
import { poppler } from '../support/poppler.js'
import { media, shown } from '../support/reading/media.js'
import { readPdf } from '../support/reading/text-of-pdf.js'
import { readZip } from '../support/zip.js'

const fixture = join(import.meta.dirname, '../fixtures/republished')
const counter = 'https://counter.example.com/7/count.gif?page=1&from=slack'
const original = 'https://tidal.example.com/keeper'
const licence = 'https://creativecommons.org/licenses/by-nd/4.0/'

let folder: string
let whole: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trifold-republished-'))
  cpSync(fixture, folder, { recursive: true })
  const file = join(folder, 'content/keeper.md')
  const text = readFileSync(file, 'utf8')
  // What `trifold import` would have written, with the pictures that are then left out.
  const { article } = await articleOf(text, { lang: 'en-GB' })
  whole = text.replace('FINGERPRINT', fingerprintOf(article.tree))
  writeFileSync(file, whole)
  await trifold(['build'], { cwd: folder })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (slug: string, name: string) => join(folder, 'dist', slug, name)
const bytes = (slug: string, name: string) =>
  readFileSync(file(slug, name.startsWith('.') ? slug + name : name))
const text = (slug: string, name: string) => bytes(slug, name).toString()
const report = (slug: string): IssueReport => JSON.parse(text(slug, 'report.json'))
const said = (slug: string, rule: string) =>
  report(slug).messages.flatMap(message =>
    message.rule === rule ? [`${message.line}: ${message.reason}`] : [],
  )
const reading = (medium: (typeof formats)[number]) =>
  medium === 'pdf' ? printed(file('keeper', 'keeper.pdf')) : media[medium](name => bytes('keeper', name))
const printed = (path: string) => ({
  text: readPdf(path),
  links: poppler('pdfinfo', path, '-url').match(/https?:\S+/g) ?? [],
})
const formats = ['pdf', ...shown] as const

describe.each(formats)('as %s', medium => {
  test('names its source before the text, and its licence, with the ways there', () => {
    const { text: words, links } = reading(medium)
    const plain = words.replace(/\s+/g, ' ')
    expect(plain.indexOf('Republished from The Tidal Review')).toBeGreaterThan(-1)
    expect(plain.indexOf('Republished from The Tidal Review')).toBeLessThan(plain.indexOf('The keeper wrote'))
    expect(plain).toContain('University of Saltmere')
    expect(plain).toContain('Republished from The Tidal Review (CC BY-ND 4.0).')
    expect(plain).toContain('Read the original')
    if (medium === 'text') expect(plain).toContain(original)
    else expect(links).toEqual(expect.arrayContaining([original, licence]))
  })

  test('leaves the text as it was typed, and out what has no rights', () => {
    const plain = reading(medium).text.replace(/\s+/g, ' ')
    expect(plain).toContain('The keeper wrote "low water" twice a day')
    expect(plain).toContain('Photo: A. Byron. Shown by permission of A. Byron')
    expect(plain).toContain('A. Byron, CC BY-SA 4.0')
    expect(plain).not.toMatch(/agency|Getty|Of the caption/i)
  })
})

test('its mark stands in every format, and the title page of the book says where it is from', () => {
  const book = readZip(bytes('keeper', '.epub'))
  const page = (name: string) => book.find(file => file.name.endsWith(name))?.text ?? ''
  expect(page('title.xhtml')).toContain('<p class="rights">Republished from The Tidal Review</p>')
  const mark = /<section class="source"[^>]*><p[^>]*><img [^>]*alt=""/
  expect(page('ch-001.xhtml')).toMatch(mark)
  expect(text('keeper', 'index.html')).toMatch(mark)
  expect(poppler('pdfimages', file('keeper', 'keeper.pdf'), '-list')).toMatch(/^ +1 +4 /m)
})

test('the counter is on the web page and, where it is wanted, in the email, once each; nowhere else', () => {
  const times = (name: string) => text('keeper', name).split('counter.example.com').length - 1
  expect(['index.html', 'email.html'].map(times)).toEqual([1, 1])
  expect(text('keeper', 'index.html')).toContain(
    `The Tidal Review counts how often this page is opened.<img src="${counter.replace('&', '&#x26;')}" alt="" width="1" height="1" referrerpolicy="no-referrer-when-downgrade">`,
  )
  expect(text('keeper', 'email.html')).toContain('The Tidal Review counts how often this email is opened')
  expect(times('email.txt')).toBe(0)
  for (const name of ['feed.xml', 'feed.json']) expect(text('', name)).not.toContain('counter.example.com')
  expect(reading('epub').links.join()).not.toContain('counter')
  expect(reading('pdf').links.join()).not.toContain('counter')
})

test('an email has no counter until the publication turns it on', async () => {
  const config = join(folder, 'trifold.yaml')
  writeFileSync(config, readFileSync(config, 'utf8').replace(', counters: true', ''))
  await trifold(['build', 'content/keeper.md', '-f', 'email', '-o', 'other'], { cwd: folder })
  const email = readFileSync(join(folder, 'other/keeper/email.html'), 'utf8')
  expect(email).not.toMatch(/counter\.example\.com|counts how often/)
})

test('the report has a record of what was asked and where it stands', () => {
  expect(report('keeper').republished).toEqual([
    {
      file: 'keeper.md',
      title: 'The keeper’s ledger',
      source: { name: 'The Tidal Review', url: original },
      licence: { name: 'CC BY-ND 4.0', url: licence },
      text: 'kept',
      authors: [{ name: 'Ishbel Tarrant', affiliation: 'University of Saltmere', standing: 'kept' }],
      attribution: 'kept',
      terms: 'kept',
      counter: { url: counter, loadedBy: ['email', 'web'] },
      picturesLeftOut: Array(3).fill('images/agency.png'),
    },
  ])
  expect(report('bare').republished).toMatchObject([
    {
      text: 'unproven',
      attribution: 'missing',
      terms: 'missing',
      authors: [{ standing: 'missing' }, { standing: 'kept' }],
    },
  ])
})

test('a picture that is left out is told of, at its line', () => {
  expect(said('keeper', 'picture-rights').map(line => line.split(' without')[0])).toEqual([
    '31: Unexpected picture `images/agency.png`',
    '34: Unexpected picture `images/agency.png`',
    '39: Unexpected picture `images/agency.png`',
  ])
  expect(said('keeper', 'source-changed')).toEqual([])
  expect(said('keeper', 'note-unused')).toEqual([])
})

test('what is missing is told of, and no link leads nowhere', () => {
  expect(said('bare', 'republished-terms').map(line => line.split(/[,;(]/)[0]?.trim())).toEqual([
    '5: Unexpected republished article without the address of the original',
    '5: Unexpected republished article without the address of the licence `By agreement`',
    '4: Unexpected author Agnes Rourke of a republished article without an institution',
  ])
  expect(text('bare', 'email.html')).toContain('Republished from A Review (By agreement).')
  expect(text('bare', 'index.html')).not.toMatch(/href=""|Read the original/)
})

test('a licence that covers the pictures keeps them', async () => {
  const free = whole.replace('republished: true', 'republished: true\n  pictures: true')
  writeFileSync(join(folder, 'content/free.md'), free)
  await trifold(['build', 'content/free.md', '-f', 'web', '-o', 'other'], { cwd: folder })
  const page = readFileSync(join(folder, 'other/free/index.html'), 'utf8')
  expect(page.match(/Another of an agency/g)).toHaveLength(1)
  expect(page).toContain('Called from here alone.')
})
