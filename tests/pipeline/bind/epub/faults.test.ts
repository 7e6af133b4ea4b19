import { expect, it } from 'vitest'
import { faultsOf } from '../../../../pipeline/bind/epub/faults.js'
import type { Book, BookDocument } from '../../../../templates/epub/package/book.js'
import { sampleBook } from './sample-book.js'

const sample = sampleBook()
const documentAs = (change: Partial<BookDocument>): Partial<Book> => {
  const [first, ...rest] = sample.documents
  return { documents: first ? [{ ...first, ...change }, ...rest] : [] }
}
const image = (href: string): Partial<Book> => ({
  resources: [{ href, type: 'image/png', bytes: new Uint8Array() }],
})

it('finds none in the sample book', () => {
  expect(faultsOf(sample)).toEqual([])
})

it.each<[string, Partial<Book>]>([
  ['The title is empty.', { title: ' \u0000\n' }],
  ['The identifier "12" is no URI.', { identifier: '12' }],
  ['The date of the last change is no date.', { modified: new Date('x') }],
  ['The date "1 May 2026" is not as ISO 8601 has it.', { date: '1 May 2026' }],
  ['The date "2026-13-01" is not as ISO 8601 has it.', { date: '2026-13-01' }],
  ['The language "en_GB" is no BCP 47 tag.', { lang: 'en_GB' }],
  ['The language "" is no BCP 47 tag.', documentAs({ lang: '' })],
  ['The role "author" is no MARC relator code.', { creators: [{ name: 'A', role: 'author' }] }],
  ['The file name "a b.xhtml" is not as "ch-001.xhtml".', documentAs({ file: 'a b.xhtml' })],
  [
    'The file name "CH-001.xhtml" is taken.',
    { documents: [...sample.documents.map(one => ({ ...one, file: one.file.replace('ch-002', 'CH-001') }))] },
  ],
  ['The file name "toc.xhtml" is taken.', documentAs({ file: 'toc.xhtml' })],
  ['The file name "../a.png" is not as "images/a1.png".', image('../a.png')],
  ['The file name "/a.png" is not as "images/a1.png".', image('/a.png')],
  ['The file name "style.css" is taken.', image('style.css')],
  [
    'No document is in the contents.',
    { documents: sample.documents.map(one => ({ ...one, inContents: false })) },
  ],
])('%s', (fault, change) => {
  expect(faultsOf({ ...sample, ...change })).toContain(fault)
})

it.each(['2026', '2026-03', '2026-03-01', '2026-03-01T12:30Z', '2026-03-01T12:30:01.5+02:00'])(
  'takes %s as a date',
  date => {
    expect(faultsOf({ ...sample, date })).toEqual([])
  },
)
