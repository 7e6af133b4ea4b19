import { expect, test } from 'vitest'
import { worded } from '../../../support/article.js'
import { messagesOfEpub } from './faults.js'

const of = async (fault: Parameters<typeof messagesOfEpub>[0]) =>
  (await messagesOfEpub(fault)).filter(({ ruleId }) => ruleId?.startsWith('epub-')).map(worded)

test('tells of a language that Kindle has no books in, at the key that says it', async () => {
  expect(await of('language')).toMatchInlineSnapshot(`
    [
      "4:7 info epub-language Unexpected language \`ru\`, expected one of those that Kindle has books in; Send to Kindle may refuse this one, other e-readers open it",
    ]
  `)
})

test('tells of a file that cannot be mailed to a Kindle', async () => {
  expect(await of('size')).toMatchInlineSnapshot(`
    [
      "warning epub-size Unexpected EPUB of 69 MB, expected at most 50: Send to Kindle takes a larger one on its page, but not by email",
    ]
  `)
})

test('tells of a cover that is too small, at the key that names it', async () => {
  expect(await of('cover')).toMatchInlineSnapshot(`
    [
      "4:8 warning epub-cover Unexpected cover of 500 × 800 pixels, expected at least 625 × 1000: Kindle takes no smaller one; give a larger picture, or have a cover drawn",
    ]
  `)
})

test('tells of a long article without headings', async () => {
  expect(await of('contents')).toMatchInlineSnapshot(`
    [
      "warning epub-contents Unexpected article of 6300 words without headings, expected some: the contents have one line for it",
    ]
  `)
})

test('tells of an article that is too long for one file', async () => {
  expect(await of('chapter')).toMatchInlineSnapshot(`
    [
      "warning epub-chapter Unexpected article of 341 KB in one file of the book, expected at most 300: older e-readers open it slowly or not at all; make several articles of it",
    ]
  `)
})

test('tells of a link that a template made to nowhere, where it was made from', async () => {
  expect(await of('link')).toMatchInlineSnapshot(`
    [
      "6:12 warning epub-link Unexpected link to \`#gone\`, which is nowhere in the book; its text is kept",
    ]
  `)
})

test('tells of a formula that an e-reader cuts off, where it begins', async () => {
  expect(await of('formula')).toMatchInlineSnapshot(`
    [
      "warning epub-formula Unexpected formula of 77 ems in a line, expected at most 40: an e-reader cuts it off, or shows it too small to be read; break it into lines, with \`aligned\` say",
    ]
  `)
})

test('tells of tables that are kept and that a Kindle cannot enlarge, where they begin', async () => {
  expect(await of('table')).toMatchInlineSnapshot(`
    [
      "6:1 warning epub-table Unexpected table of 10 columns, expected fewer than 10: a Kindle cannot enlarge it; split it, or let it be stacked",
      "11:1 warning epub-table Unexpected table of 121 rows, expected fewer than 100: a Kindle cannot enlarge it; split it",
    ]
  `)
})

test('tells of columns that a Kobo may not show', async () => {
  expect(await of('table-wide')).toMatchInlineSnapshot(`
    [
      "11:1 warning epub-table-wide Unexpected table of 5 columns, expected at most 4: small screens may cut it off; split it, or let it be stacked",
    ]
  `)
})
