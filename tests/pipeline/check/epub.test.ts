import { expect, it } from 'vitest'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { sampleBook } from '../bind/epub/sample-book.js'

it('says what is wrong, where', async () => {
  const book = sampleBook()
  const [title, ...documents] = book.documents
  if (!title) throw new Error('Expected a document')
  // The heading is listed in the contents, and is not in the document.
  const headings = [{ id: 'gone', title: 'Gone', depth: 2 } as const]
  const epub = await bindEpub({
    ...book,
    documents: [{ ...title, inContents: true, headings }, ...documents],
  })
  expect(await checkEpub(epub)).toContainEqual(
    expect.objectContaining({ severity: 'error', id: 'RSC-012', path: 'OEBPS/toc.xhtml' }),
  )
})

it('takes a fatal fault for an error', async () => {
  const findings = await checkEpub(new TextEncoder().encode('no zip at all'))
  expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', id: 'PKG-004' }))
})
