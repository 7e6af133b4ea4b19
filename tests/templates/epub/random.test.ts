import { expect, test } from 'vitest'
import { vocabulary } from '../../../pipeline/vocabulary.js'
import { walk } from '../../../pipeline/walk.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { randomIssue, randomRendering } from './random-book.js'
import { batches, expectValid, seeds } from './random-valid.js'

test('the random books are of at least 500 articles, and use the whole vocabulary with every attribute', () => {
  const articles = seeds.flatMap(seed => randomIssue(seed).articles)
  expect(articles.length).toBeGreaterThanOrEqual(500)
  const used = new Set<string>()
  for (const { tree } of articles) {
    walk(tree, ({ tagName, properties }) => {
      used.add(tagName)
      for (const name of Object.keys(properties)) used.add(`${tagName} ${name}`)
    })
  }
  const all = Object.entries(vocabulary).flatMap(([name, { needs, takes }]) => [
    ...[name, `${name} lang`, `${name} dir`],
    // Merge tags in an address are split off by the parser, for the email alone.
    ...Object.keys({ ...needs, ...takes }).flatMap(key => (key === 'hrefParts' ? [] : `${name} ${key}`)),
  ])
  expect(all.filter(name => !used.has(name))).toEqual([])
})

test('some of them have sections, letters, and links from one article to another', () => {
  const issues = seeds.map(randomIssue)
  const articles = issues.flatMap(each => each.articles)
  expect(articles.filter(({ letter }) => letter).length).toBeGreaterThan(30)
  expect(
    issues.filter(each => new Set(each.articles.map(({ section }) => section)).size > 2).length,
  ).toBeGreaterThan(10)
  const links = new Set<string>()
  for (const { tree } of articles)
    walk(tree, ({ properties }) => {
      const { href } = properties as { href?: string }
      if (href?.startsWith('article:')) links.add(href)
    })
  expect(links.size).toBe(4)
})

test('the random books are of every kind that a publication may ask for', () => {
  const kinds = { table: 0, stacked: 0, mathml: 0, picture: 0, page: 0, cover: 0, face: 0 }
  for (const seed of seeds) {
    const book = epubTemplate(randomRendering(seed))
    const made = JSON.stringify(book.documents)
    if (made.includes('"tagName":"table"')) kinds.table += 1
    if (made.includes('"className":"stacked"') || made.includes('"className":["stacked"]')) kinds.stacked += 1
    if (made.includes('altimg-width')) kinds.mathml += 1
    if (/"className":(?:\["formula"\]|"formula")/.test(made)) kinds.picture += 1
    if (made.includes('doc-pagebreak')) kinds.page += 1
    if (book.cover?.href === 'images/c0de.jpg') kinds.cover += 1
    if (book.stylesheet.includes('@font-face')) kinds.face += 1
  }
  for (const [kind, count] of Object.entries(kinds)) expect(count, kind).toBeGreaterThan(15)
})

test.each(batches(seeds.slice(0, 60), 6))(
  'whatever the vocabulary allows is valid: random books from seed %i on',
  async (...batch) => expectValid(batch),
)
