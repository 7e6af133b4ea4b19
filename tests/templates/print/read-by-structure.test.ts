import { describe, expect, test } from 'vitest'
import type { AnyElement } from '../../../pipeline/article.js'
import { wordsOf } from '../../../pipeline/walk.js'
import { opened } from '../../pipeline/bind/pdf/opened.js'
import { poppler } from '../../support/poppler.js'
import { readByStructure } from '../../support/reading/by-structure.js'
import { renderingOfFile } from '../../support/rendering.js'
import { onPaper, pdfOf } from './printed.js'

const on = opened()

describe.each([
  ['A5', 2, 'start'],
  ['A5', 2, 'justify'],
  ['A4', 1, 'start'],
] as const)('on %s in %i columns, aligned to %s', (size, columns, align) => {
  test('each paragraph has its spaces and its words whole, read by structure', async () => {
    const rendering = await renderingOfFile('content/the-dullest-instrument.md', 'pdf')
    const { bytes, unfinished } = await pdfOf(onPaper(rendering, { size, columns, align }), on.printer)
    expect(unfinished).toBeUndefined()
    const read = await readByStructure(bytes)
    expect(read.match(/\u00AD/g)?.length).toBeGreaterThan(3)
    const whole = read.replaceAll('\u00AD', '')
    const paragraphs = rendering.issue.articles[0].tree.children
      .filter((node: AnyElement) => node.tagName === 'p')
      .map(node => wordsOf(node).replace(/\s+/g, ' '))
    expect(paragraphs.length).toBeGreaterThan(10)
    for (const words of paragraphs) expect(whole).toContain(`\n${words}\n`)
    // By place, as a search goes, the hyphen at the end of a line is one: that is how such words are put together.
    expect(poppler('pdftotext', bytes, '-raw').match(/\p{Ll}-$/gmu)?.length).toBeGreaterThan(3)
  })
})
