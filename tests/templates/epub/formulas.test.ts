import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import type { EpubFormulas } from '../../../pipeline/article.js'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { anImage, issueOf, publication, renderingOf, someAssets } from '../../support/rendering.js'

const source = 'So $$x^2$$ is.\n\n$$\n\\sum_i i\n$$\n'

/** A book of two formulas, and what of it is about them. */
async function bookOf(formulas: EpubFormulas | undefined, drawn = true) {
  const of = formulas ? { ...publication, epub: { formulas } } : publication
  const ems = (display: boolean) => ({ width: 3.25, height: 1.5, below: display ? 0 : 0.4 })
  const assets = {
    ...someAssets,
    formula: (_tex: string, display: boolean) => (drawn ? { ...anImage, ems: ems(display) } : undefined),
  }
  const book = epubTemplate(renderingOf(await issueOf(source), 'epub', { publication: of, assets }))
  expect(await checkEpub(await bindEpub(book))).toEqual([])
  const body = book.documents.map(({ body }) => body.map(node => toHtml(node)).join('')).join('')
  return {
    book,
    opened: body.match(/<math[^>]*>/g) ?? [],
    pictures: body.match(/<img[^>]*>/g) ?? [],
  }
}

test('MathML names the picture that stands for it, in sizes that grow with the letters', async () => {
  const { opened, pictures, book } = await bookOf(undefined)
  expect(opened).toEqual([
    '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline" alttext="x^2" altimg="images/0123456789abcdef.png" altimg-width="3.25em" altimg-height="1.50em" altimg-valign="-0.40em">',
    '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="\\sum_i i" altimg="images/0123456789abcdef.png" altimg-width="3.25em" altimg-height="1.50em">',
  ])
  expect(pictures).toEqual([])
  expect(book.resources.map(({ href }) => href)).toEqual(['images/0123456789abcdef.png'])
})

test('or is a picture, with its source for words', async () => {
  const { opened, pictures, book } = await bookOf('pictures')
  expect(opened).toEqual([])
  expect(pictures).toEqual([
    '<img class="formula" src="images/0123456789abcdef.png" alt="x^2" style="width: 3.25em; vertical-align: -0.40em">',
    '<img class="formula" src="images/0123456789abcdef.png" alt="\\sum_i i" style="width: 3.25em">',
  ])
  expect(book.resources).toHaveLength(1)
  expect(book.accessibility).toMatchObject({ math: 'none', images: 'described' })
  expect(book.accessibility.summary).toMatch(/Pictures have alternative texts\.$/)
})

test('a wide one in a line scrolls by itself', async () => {
  const wide = `${'x + '.repeat(12)}y`
  const book = epubTemplate(renderingOf(await issueOf(`So $$${wide}$$ is, and $$x$$.`), 'epub'))
  const body = book.documents.map(({ body }) => body.map(node => toHtml(node)).join('')).join('')
  expect(body.match(/<span class="formula-line"[^>]*><math/g)).toEqual([
    '<span class="formula-line" style="vertical-align: -0.30em"><math',
  ])
  expect(body).toContain('style="font-size: max(0.6em, min(1em, ')
  expect(await checkEpub(await bindEpub(book))).toEqual([])
})

test('what was not drawn is MathML alone', async () => {
  const { opened, pictures, book } = await bookOf('pictures', false)
  expect(opened).toEqual([
    '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline" alttext="x^2">',
    '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block" alttext="\\sum_i i">',
  ])
  expect([pictures, book.resources]).toEqual([[], []])
  expect(book.accessibility.math).toBe('mathml')
})
