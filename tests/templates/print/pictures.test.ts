import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { textHeight } from '../../../templates/print/paper.js'
import { opened } from '../../pipeline/bind/pdf/opened.js'
import { anImage, issueOf, renderingOf, renderingOfFile, someAssets } from '../../support/rendering.js'
import { measured } from './laid-out.js'
import { onPaper } from './printed.js'

const on = opened()

const width = 600

/** A text with pictures 600 px wide, and so many high. */
async function withPictures(markdown: string, height: number) {
  const { assets } = await renderingOfFile('tests/templates/print/documents/signs.md', 'pdf')
  const issue = await issueOf(`---\ntitle: T\ncover: {src: c.png, alt: C}\n---\n\n${markdown}\n`)
  const bytes = await sharp({ create: { width, height, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const image = { ...anImage, bytes, width, height, shownWidth: width, shownHeight: height }
  const rendering = renderingOf(issue, 'pdf', {
    assets: { ...someAssets, fonts: assets.fonts, image: () => image },
  })
  const links = {
    ...rendering.links,
    image: () => `data:image/png;base64,${bytes.toString('base64')}`,
  }
  return onPaper({ ...rendering, links }, { size: 'A5' })
}

const boxes = () =>
  [...document.querySelectorAll('img')].map(each => {
    const { left, width, height } = each.getBoundingClientRect()
    const caption = each.closest('figure')?.querySelector('figcaption')?.getBoundingClientRect().left
    return { left, width, height, caption }
  })

describe.each([
  ['in a line', 'Words ![A](a.png) in a line.'],
  ['in a list', '- Words ![A](a.png) in a list.'],
  ['in a cell', '| A | B |\n|---|---|\n| ![A](a.png) | B |'],
  ['by itself', '![A](a.png "A caption")'],
])('a picture %s', (_, markdown) => {
  test.each([900, 3000])(
    'of 600 by %i px is no higher than a page, its box as wide as it is',
    async height => {
      const rendering = await withPictures(markdown, height)
      const found = await measured(on.browser, rendering, boxes)
      // The lead is one, too.
      expect(found).toHaveLength(2)
      const page = (textHeight(rendering.tokens.paper) * 96) / 72
      for (const box of found) {
        expect(box.height).toBeLessThan(0.76 * page)
        expect(box.height).toBeGreaterThan(100)
        expect(box.width / box.height).toBeCloseTo(width / height, 1)
        if (box.caption !== undefined) expect(box.caption).toBeCloseTo(box.left, 0)
      }
    },
  )
})
