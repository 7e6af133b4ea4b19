import { expect, test } from 'vitest'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { anchored } from '../../../pipeline/render/pages/anchors.js'
import { pageStarts } from '../../../pipeline/render/pages/page-starts.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { pagesOf } from '../../../templates/epub/package/pages.js'
import { renderingOf } from '../../support/rendering.js'
import { element, issue, paragraph } from '../../support/tree.js'

test('a page that begins within a paragraph is marked at its word, and listed', async () => {
  const rendering = renderingOf(
    issue([paragraph('One two three.'), element('hr', {}), paragraph('Four.')]),
    'epub',
  )
  const { anchors } = anchored(rendering)
  const pages = [1, 1, 1, 2, 3, 3]
  const starts = pageStarts(anchors, new Map(anchors.map(({ id }, index) => [id, pages[index] ?? 3])), 4)
  expect(starts.map(({ page }) => page)).toEqual([1, 2, 3, 4])
  const book = epubTemplate({ ...rendering, pageStarts: starts })
  expect(pagesOf(book).map(({ label }) => label)).toEqual(['1', '2', '3', '4'])
  expect(JSON.stringify(book.documents)).toMatch(/"One two ".*"tf-page-2".*"three\."/)
  expect(await checkEpub(await bindEpub(book))).toEqual([])
})
