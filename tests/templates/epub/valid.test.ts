import { describe, expect, it } from 'vitest'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { renderingOfFile, samples } from '../../support/rendering.js'

describe.each(samples)('%s', file => {
  it('is a valid EPUB, the same each time', async () => {
    const made = async () => bindEpub(epubTemplate(await renderingOfFile(file, 'epub')))
    const bytes = await made()
    expect(await checkEpub(bytes)).toEqual([])
    expect(Buffer.from(await made()).equals(bytes)).toBe(true)
  })
})
