import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { webTemplate } from '../../../templates/web/web.js'
import { filesOf } from '../../support/reading-system/book.js'
import { issueOf, renderingOf } from '../../support/rendering.js'

const article = (lang: string) => `---
title: T
lang: ${lang}
authors: [{ name: Ada, disclosure: None. }]
license: CC BY 4.0
---

Text.[^1]

> [!NOTE]
> Text.

[^1]: Text.
`

/** What is marked as another language, with the language. */
const marked = (html: string) =>
  [...html.matchAll(/<(\w+)[^>]* lang="(\w+)"[^>]*>([^<]*)/g)].flatMap(([, name, lang, text]) =>
    name === 'html' ? [] : [`${lang}: ${text}`],
  )

test('words of the interface are English in a book of a language that we have none of, and say so', async () => {
  const rendering = renderingOf(await issueOf(article('ja')), 'epub')
  const book = epubTemplate(rendering)
  const html = book.documents.flatMap(({ body }) => body.map(node => toHtml(node))).join('')
  expect(marked(html)).toEqual(['en: Licence:', 'en: By', 'en: Note', 'en: Notes', 'en: Disclosure'])
  const epub = await bindEpub(book)
  expect(await checkEpub(epub)).toEqual([])
  const contents = Buffer.from(filesOf(epub).get('toc.xhtml') ?? '').toString()
  expect(contents).toContain('<h1 id="toc-title" lang="en" xml:lang="en">Contents</h1>')
})

test('on the web page too', async () => {
  const html = toHtml(webTemplate(renderingOf(await issueOf(article('ja')), 'web')))
  expect(marked(html)).toEqual(expect.arrayContaining(['en: By', 'en: Note', 'en: Notes', 'en: Disclosure']))
})

test.each(['en-GB', 'de', 'ar'])('nothing is marked in a book of %s, whose words we have', async lang => {
  const book = epubTemplate(renderingOf(await issueOf(article(lang)), 'epub'))
  expect(marked(book.documents.flatMap(({ body }) => body.map(node => toHtml(node))).join(''))).toEqual([])
})
