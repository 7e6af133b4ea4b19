import { describe, expect, it } from 'vitest'
import { bindEpub } from '../../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../../pipeline/check/epub.js'
import { readZip } from '../../../support/zip.js'
import { sampleBook } from './sample-book.js'

describe('an EPUB', async () => {
  const epub = await bindEpub(await sampleBook())
  const entries = readZip(epub)

  it('is valid', async () => {
    expect(await checkEpub(epub)).toEqual([])
  })

  it('begins with its media type, stored and bare', () => {
    expect(entries[0]).toMatchObject({
      name: 'mimetype',
      method: 'stored',
      extra: 0,
      text: 'application/epub+zip',
    })
    expect(Buffer.from(epub).toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip')
  })

  it('has the same bytes for the same book', async () => {
    expect(Buffer.from(await bindEpub(await sampleBook())).equals(epub)).toBe(true)
  })
})
