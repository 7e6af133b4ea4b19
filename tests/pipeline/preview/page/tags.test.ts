import { expect, test } from 'vitest'
import {
  blocksOf,
  holdsBlocks,
  type StructureNode,
  type Tag,
  type TextItem,
  tagTree,
} from '../../../../pipeline/preview/page/views/pdf/tags.js'

const content = (id: string): StructureNode => ({ type: 'content', id })
const node = (role: string, ...children: StructureNode[]): StructureNode => ({ role, children })
const marked = (id: string, ...lines: string[]): TextItem[] => [
  { type: 'beginMarkedContentProps', id },
  ...lines.map((str, index) => ({ str, hasEOL: index < lines.length - 1 })),
  { type: 'endMarkedContent' },
]
const outline = (tags: readonly Tag[]): unknown[] =>
  tags.map(({ role, text, children }) => [`${role} ${text}`.trim(), ...outline(children)])

test('leaves out what only holds, and gives each tag its words', () => {
  const tree = node(
    'Root',
    node(
      'Document',
      node('H1', node('NonStruct', content('a'))),
      node('P', content('b'), node('Link', content('c')), content('d')),
      node('L', node('LI', node('LBody', node('P', content('e'))))),
      node('P', content('nothing')),
    ),
  )
  const items = [
    ...marked('a', 'Tides'),
    ...marked('b', 'It goes ', 'out by '),
    ...marked('c', 'the moon'),
    ...marked('d', ', it says.'),
    ...marked('e', 'One'),
    ...marked('nothing'),
  ]
  expect(outline(tagTree(tree, items))).toEqual([
    ['H1 Tides'],
    ['P It goes out by the moon, it says.', ['Link the moon']],
    ['L One', ['LI One', ['LBody One', ['P One']]]],
  ])
})

test('keeps pictures and cells that have no words', () => {
  const tree = node(
    'Root',
    { role: 'Figure', alt: 'A mill', children: [content('a')] },
    node('Figure', content('b')),
    node('Table', node('TR', node('TD'), node('TH', content('c')))),
  )
  const [first, second, table] = tagTree(tree, marked('c', 'Height'))
  expect(first?.alt).toBe('A mill')
  expect(second).toEqual({ role: 'Figure', text: '', contents: ['b'], children: [] })
  expect(table?.children[0]?.children.map(({ role }) => role)).toEqual(['TD', 'TH'])
})

test('has none for a page without tags', () => {
  expect(tagTree(null, marked('a', 'Words'))).toEqual([])
})

test('finds the blocks of text, each word in one of them', () => {
  const tree = node(
    'Root',
    node('P', content('a'), node('Link', content('b'))),
    node('LI', node('LBody', content('c'), node('L', node('LI', node('LBody', content('d')))))),
  )
  const tags = tagTree(
    tree,
    ['a', 'b', 'c', 'd'].flatMap(id => marked(id, id)),
  )
  const blocks = blocksOf(tags)
  expect(blocks.map(({ role, contents, children }) => [role, ...contents, ...outline(children)])).toEqual([
    ['P', 'a', ['Link b']],
    ['LBody', 'c'],
    ['LBody', 'd'],
  ])
  expect(tags.map(holdsBlocks)).toEqual([false, true])
})
