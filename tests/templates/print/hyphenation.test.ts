import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { hyphenated, languagesOf } from '../../../templates/print/hyphenation.js'

const parsed = (html: string): Root => fromHtml(html, { fragment: true })

/** Breaks after every second letter in one language, before every `x` in another. */
const hyphenators = new Map([
  ['aa', (word: string) => word.replace(/..(?=.)/gu, '$&\u00AD')],
  ['xx', (word: string) => word.replace(/(?<=.)x/gu, '\u00ADx')],
])

const printed = (html: string) => toHtml(hyphenated(parsed(html), hyphenators)).replaceAll('\u00AD', '-')

test.each([
  [
    'by the language of each passage',
    '<p lang="aa">abcd <i lang="xx">axbx</i> abcd ends.</p>',
    '<p lang="aa">ab-cd <i lang="xx">a-xb-x</i> ab-cd ends.</p>',
  ],
  [
    'and not where it has no patterns',
    '<div lang="aa">abcd<p lang="zz">abcd abcd</p></div>',
    '<div lang="aa">ab-cd<p lang="zz">abcd abcd</p></div>',
  ],
  ['nor where none is named', '<div>abcd</div>', '<div>abcd</div>'],
  [
    'but for code',
    '<div lang="aa">abcd <code>abcd</code><pre>abcd</pre><kbd>abcd</kbd></div>',
    '<div lang="aa">ab-cd <code>abcd</code><pre>abcd</pre><kbd>abcd</kbd></div>',
  ],
  [
    'but for formulas',
    '<div lang="aa"><math><mtext>abcd</mtext></math></div>',
    '<div lang="aa"><math><mtext>abcd</mtext></math></div>',
  ],
  [
    'but for addresses',
    '<div lang="aa">abcd@abcd.abcd abcd.abcd/abcd https://abcd abcd2 ab_cdef</div>',
    '<div lang="aa">abcd@abcd.abcd abcd.abcd/abcd https://<wbr>abcd abcd2 ab_cdef</div>',
  ],
  [
    'but for names of people and verse',
    '<div lang="aa"><div class="byline">abcd</div><div class="verse">abcd</div></div>',
    '<div lang="aa"><div class="byline">abcd</div><div class="verse">abcd</div></div>',
  ],
  ['but for headings', '<h2 lang="aa">abcd <em>abcd</em></h2>', '<h2 lang="aa">abcd <em>abcd</em></h2>'],
  [
    'but in a heading for what is longer than a column',
    `<h2 lang="xx">ax ${'ax'.repeat(10)}</h2>`,
    `<h2 lang="xx">ax ${'a-x'.repeat(10)}</h2>`,
  ],
  ['but for what the writer has divided', '<div lang="aa">abc\u00ADd</div>', '<div lang="aa">abc-d</div>'],
  [
    'but for short parts of a compound',
    '<div lang="aa">abcd-efgh (abcd)</div>',
    '<div lang="aa">abcd-efgh (ab-cd)</div>',
  ],
  [
    'but for the last word of a paragraph',
    '<p lang="aa">abcd <b>abcd abcd</b></p>',
    '<p lang="aa">ab-cd <b>ab-cd abcd</b></p>',
  ],
])('divides words %s', (_, html, expected) => {
  expect(printed(html)).toBe(expected)
})

test('lets a line end in an address, and has nothing more in it to copy', () => {
  expect(printed('<p lang="zz">See https://example.org/a/b-c?d=e, and www.example.org/a or a/b.</p>')).toBe(
    '<p lang="zz">See https://<wbr>example.org/<wbr>a/<wbr>b-<wbr>c?<wbr>d=<wbr>e, and www.example.org/<wbr>a or a/b.</p>',
  )
  expect(printed('<p><code>https://example.org/a</code></p>')).toBe(
    '<p><code>https://example.org/a</code></p>',
  )
})

test('leaves the tree that it is handed as it is', () => {
  const tree = parsed('<p lang="aa">abcd abcd</p>')
  const before = structuredClone(tree)
  hyphenated(tree, hyphenators)
  expect(tree).toEqual(before)
})

test('knows the languages of a document', () => {
  expect([...languagesOf(parsed('<p lang="aa">a <i lang="xx">b</i></p><p lang="aa">c</p>'))]).toEqual([
    'aa',
    'xx',
  ])
})
