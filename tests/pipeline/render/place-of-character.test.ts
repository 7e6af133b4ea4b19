import { expect, test } from 'vitest'
import { placeOfCharacter } from '../../../pipeline/render/place-of-character.js'
import { elementsNamed } from '../../../pipeline/walk.js'
import { article, issue, paragraph } from '../../support/tree.js'

const file = 'content/article.md'
const texts = (text: string) => new Map([[file, text]])
const one = issue(article([paragraph('First\nsecond ☃')]))

test.each([
  ['---\ntitle: A ☃\n---\n\nText ☃', 'in the front matter', { line: 2, column: 10 }],
  ['First\r\n  ☃', 'behind a line end of two characters', { line: 2, column: 3 }],
  ['𝑥☃', 'in UTF-16 units', { line: 1, column: 3 }],
])('%j: %s', (source, _, place) => {
  expect(placeOfCharacter('☃', one, texts(source))).toEqual({ file, place })
})

test('a letter that the source has in parts', () => {
  expect(placeOfCharacter('é', one, texts('ne\u0301'))).toEqual({ file, place: { line: 1, column: 2 } })
})

test('in the tree, where the source has it in another form or there is none', () => {
  const [text] = elementsNamed(one.articles[0].tree, 'p').flatMap(({ children }) => children)
  const line = text?.position.start.line ?? 0
  const place = { line: line + 1, column: 8 }
  expect(placeOfCharacter('☃', one, texts('A &#x2603;'))).toEqual({ file, place })
  expect(placeOfCharacter('☃', one)).toEqual({ file, place })
})

test('in the file that has it, of several', () => {
  const two = new Map([
    ['content/two/issue.yaml', 'title: Snow'],
    ['content/two/snow.md', 'A\n☃'],
  ])
  expect(placeOfCharacter('☃', one, two)).toEqual({
    file: 'content/two/snow.md',
    place: { line: 2, column: 1 },
  })
})

test('nowhere, for one that is from elsewhere', () => {
  expect(placeOfCharacter('字', one, texts('Text'))).toBeUndefined()
})
