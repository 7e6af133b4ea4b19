import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bindEpub } from '../../pipeline/bind/epub/bind.js'
import type { Book } from '../../templates/epub/package/book.js'
import { sampleBook } from '../pipeline/bind/epub/sample-book.js'
import { runAce } from '../support/ace.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'epub-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function aceOn(book: Book) {
  const file = join(folder, 'book.epub')
  await writeFile(file, await bindEpub(book))
  return runAce(file)
}

it('gives Ace nothing to object to', async () => {
  const book = sampleBook()
  const { documents, violations } = await aceOn(book)
  expect(violations).toEqual([])
  expect(documents).toEqual(expect.arrayContaining(book.documents.map(({ file }) => file)))
}, 120_000)

it('lets Ace see an image without a description', async () => {
  const book = sampleBook()
  const [image] = book.resources
  const page = {
    type: 'element' as const,
    tagName: 'img',
    properties: { src: image?.href ?? '' },
    children: [],
  }
  const [first, ...rest] = book.documents
  if (!first) throw new Error('Expected a document')
  const { violations } = await aceOn({
    ...book,
    documents: [{ ...first, body: [...first.body, page] }, ...rest],
  })
  expect(violations).toEqual([expect.objectContaining({ file: first.file, rule: 'image-alt' })])
}, 120_000)
