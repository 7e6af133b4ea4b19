import type { Nodes } from 'hast'
import { describe, expect, test } from 'vitest'
import type { ElementName } from '../../pipeline/article.js'
import { directiveTable } from '../../pipeline/parse/directive-table.js'
import { vocabulary } from '../../pipeline/vocabulary.js'
import { articleOf } from '../support/article.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/writing.md')
const examples = examplesOf(page)
const elementsIn = (comment: string) => /^elements: (.*)$/.exec(comment)?.[1]?.split(' ') ?? []

const namesIn = (node: Nodes): string[] => [
  ...(node.type === 'element' ? [node.tagName] : []),
  ...('children' in node ? node.children.flatMap(child => namesIn(child as Nodes)) : []),
]

describe('docs/writing.md', () => {
  test('has Markdown for examples, each with the elements it shows', () => {
    expect(examples.length).toBeGreaterThan(20)
    expect(examples.filter(({ language }) => language !== 'markdown')).toEqual([])
    expect(examples.filter(({ comment }) => elementsIn(comment).length === 0)).toEqual([])
  })

  test.each(examples)('$section: $text', async ({ text, comment }) => {
    const { article, messages } = await articleOf(`---\ntitle: An example\n---\n\n${text}`)
    expect(messages).toEqual([])
    // The tree is a hast tree, as its types say in their own names.
    expect(namesIn(article.tree as unknown as Nodes)).toEqual(expect.arrayContaining(elementsIn(comment)))
  })

  test('has every element of the vocabulary', () => {
    const shown = new Set(examples.flatMap(({ comment }) => elementsIn(comment)))
    const missing = (Object.keys(vocabulary) as ElementName[]).filter(name => !shown.has(name))
    expect(missing).toEqual([])
  })

  test('has every directive', () => {
    const missing = Object.keys(directiveTable).filter(
      name => !page.includes(`:${name}`) && !page.includes(`\`${name}\``),
    )
    expect(missing).toEqual([])
  })
})

/** The rows of the last table, by what they say is left out. */
const lostRows: Readonly<Record<string, readonly ElementName[]>> = {
  'the address in the `cite` of a quotation': ['blockquote', 'q'],
  'the title of a link': ['a'],
  'the full form of an abbreviation': ['abbr'],
  'the colours of code, the marks on its lines': ['pre', 'line', 'token'],
  'opening and closing of details': ['details'],
  "the reader's own values in merge tags": ['mergetag'],
}
const media = { email: 'email', text: 'plain text', pdf: 'PDF', epub: 'EPUB', web: 'web' } as const

describe('what is left out where', () => {
  test.each(Object.entries(lostRows))('%s', (what, names) => {
    const [, said = ''] = new RegExp(`^\\| ${what} \\| (.*) \\|$`, 'm').exec(page) ?? []
    for (const name of names) {
      const lost = Object.keys(vocabulary[name].lost).map(medium => media[medium as keyof typeof media])
      expect(said.split(', ').sort()).toEqual(lost.sort())
    }
  })

  test('is all that the vocabulary says', () => {
    const losing = (Object.keys(vocabulary) as ElementName[]).filter(
      name => Object.keys(vocabulary[name].lost).length > 0,
    )
    expect(Object.values(lostRows).flat().sort()).toEqual(losing.sort())
  })
})
