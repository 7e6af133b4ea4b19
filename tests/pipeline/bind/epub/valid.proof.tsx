import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementContent } from 'hast'
import { describe, expect, it } from 'vitest'
import { bindEpub } from '../../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../../pipeline/check/epub.js'
import type { Book } from '../../../../templates/epub/package/book.js'
import { needsJava, runEpubcheck } from '../../../support/epubcheck.js'
import { sampleBook } from './sample-book.js'

const strayLinks = [
  'https://example.org/a b|c?x=[1]#[y]#z',
  'https://example.org/%zz%',
  'https://example.org:99999/',
  'http://[::1]/a',
  'https://例え.jp/パス',
  ' https://example.org/ ',
  'mailto:a b@example.org?subject=x|y',
  'mailto:',
  'tel:+44 20 7946',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//example.org/x',
  '/etc/passwd',
  '../x.html',
  'ch-001.xhtml#nowhere',
  'style.css',
  '?q=1',
  '#',
  '',
]

const stray: readonly ElementContent[] = strayLinks.map(href => (
  <p lang="not_a_tag">
    <a href={href} name="x" hrefLang="en_GB">
      a link
    </a>{' '}
    <q cite={href}>a quotation</q>
  </p>
))

/** The least that a book can be: one document from right to left, and next to nothing known of it. */
function spareBook(): Book {
  const book = sampleBook()
  const document = book.documents.find(({ dir }) => dir === 'rtl')
  if (!document) throw new Error('Expected a document from right to left')
  return {
    identifier: 'urn:uuid:1b671a64-40d5-591e-99b0-da01ff1f3341',
    title: 'ا'.repeat(2000),
    lang: 'ar',
    otherLangs: [],
    dir: 'rtl',
    creators: [],
    modified: new Date(0),
    subjects: [],
    series: { name: 'A letter', position: 'spring' },
    accessibility: { images: 'none', math: 'none', tables: false, summary: '' },
    words: book.words,
    documents: [{ ...document, body: [...document.body, ...stray] }],
    stylesheet: '',
    resources: [],
  }
}

const books = { 'the sample book': sampleBook, 'a spare book with stray links': spareBook }

describe.each(Object.entries(books))('%s', (_name, book) => {
  it('is valid by the check of every build', async () => {
    expect(await checkEpub(await bindEpub(book()))).toEqual([])
  })

  it('is valid by EPUBCheck 5.3', async ({ skip }) => {
    needsJava(skip)
    const folder = await mkdtemp(join(tmpdir(), 'epub-'))
    try {
      await writeFile(join(folder, 'book.epub'), await bindEpub(book()))
      const { version, errors, warnings, messages } = await runEpubcheck(join(folder, 'book.epub'))
      expect({ version, errors, warnings, messages }).toEqual({
        version: '5.3.0',
        errors: 0,
        warnings: 0,
        messages: [],
      })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
