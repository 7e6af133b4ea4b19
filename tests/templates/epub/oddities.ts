import type { BlockElement } from '../../../pipeline/article.js'
import { element, paragraph } from '../../support/tree.js'

/** Articles that no writer means to write, and raw HTML or another program's tree can hold. */
export const oddities: Record<string, BlockElement[]> = {
  'a term of which nothing is said': [element('dl', {}, [element('dt', {}, ['Tide'])])],
  'a saying without a term': [element('dl', {}, [element('dd', {}, ['Rises.']), element('dt', {}, ['Ebb'])])],
  'a ruby without a reading': [paragraph(element('ruby', {}, ['潮']))],
  'a ruby of readings and words in no order': [
    paragraph(
      element('ruby', {}, [
        element('rt', {}, ['a']),
        element('rp', {}, ['(']),
        '潮',
        element('rt', {}, ['b']),
        element('rt', {}, ['c']),
        '田',
      ]),
    ),
  ],
  'a direction that is not said': [
    paragraph(element('bdo', {}, ['abc']), element('bdo', { dir: 'auto' }, ['d'])),
  ],
  'numbers in a list that has none': [element('ul', {}, [element('li', { value: 3 }, ['three'])])],
  'a call in a button': [
    element('button', { href: 'https://example.org/' }, [
      'Go',
      element('noteref', { id: 'fnref-1', note: 'fn-1', number: 1 }),
    ]),
    element('notes', {}, [
      element('note', { id: 'fn-1', number: 1, refs: ['fnref-1'] }, [paragraph('A note.')]),
    ]),
  ],
  'a picture that is not there': [
    element('figure', {}, [element('picture', { src: 'missing.png', alt: '' })]),
    paragraph(element('img', { src: 'missing.png', alt: '' })),
  ],
  'a formula that could not be set': [paragraph(element('math', { tex: '\\frac' }))],
  'a list without items': [element('ul', {}), element('ol', {}), element('dl', {})],
  'a table without rows or cells': [
    element('table', {}, [element('tbody', {}), element('tfoot', {}, [element('tr', {})])]),
  ],
  'nothing in a block': [
    paragraph(),
    element('blockquote', {}),
    element('callout', { kind: 'tip' }),
    element('pre', {}),
  ],
  'a note of nothing, called by none': [
    element('notes', {}, [element('note', { id: 'fn-1', number: 1, refs: [] })]),
  ],
  'a call in a link': [
    paragraph(
      element('a', { href: 'https://example.org/' }, [
        'read ',
        element('em', {}, ['on', element('noteref', { id: 'fnref-1', note: 'fn-1', number: 1 })]),
      ]),
    ),
    element('notes', {}, [
      element('note', { id: 'fn-1', number: 1, refs: ['fnref-1'] }, [paragraph('A note.')]),
    ]),
  ],
}
