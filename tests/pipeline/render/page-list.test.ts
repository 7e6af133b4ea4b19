import { describe, expect, test } from 'vitest'
import { renderEpub } from '../../../pipeline/render/epub.js'
import type { Rendition } from '../../../pipeline/render/rendition.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { publication, renderingOf } from '../../support/rendering.js'
import { issue, paragraph } from '../../support/tree.js'

const pdf: Rendition = { format: 'pdf', files: [], messages: [], sizes: {} }
const made: Rendition = { ...pdf, files: [{ path: 'a.pdf', bytes: new Uint8Array() }] }

/** What is said of the page list of a book, beside a PDF or without one. */
async function saidOf(printed: Rendition | undefined, pageList = true) {
  const rendering = renderingOf(issue([paragraph('Text.')]), 'epub', {
    publication: { ...publication, epub: { cover: 'none', pageList } },
  })
  const { messages } = await renderEpub({
    rendering,
    templates: {},
    mergeTags: new Map(),
    world: memoryWorld(),
    printer: () => Promise.reject(new Error('none')),
    file: 'a.md',
    creator: 'Trifold',
    ...(printed ? { printed: Promise.resolve(printed) } : {}),
  })
  return messages.filter(({ ruleId }) => ruleId === 'epub-pages').map(({ reason }) => reason)
}

describe('a book that was to have a page list, and has none, says why', () => {
  test('where no PDF is built', async () => {
    expect(await saidOf(undefined)).toEqual([expect.stringContaining('build `pdf` too')])
  })
  test('where the PDF failed', async () => {
    expect(await saidOf(pdf)).toEqual([expect.stringContaining('mend what stopped it')])
  })
  test('where the PDF came out otherwise', async () => {
    expect(await saidOf(made)).toEqual([expect.stringContaining('report it if it stays so')])
  })
  test('and not where it has one, or was to have none', async () => {
    expect(await saidOf({ ...made, pageStarts: [{ page: 1, article: 0, at: 'start' }] })).toEqual([])
    expect(await saidOf(undefined, false)).toEqual([])
  })
})
