import { expect, test } from 'vitest'
import type { ArticleMeta } from '../../../pipeline/article.js'
import { toMarkdown } from '../../../pipeline/markdown/to-markdown.js'
import { articleOf } from '../../support/article.js'
import { article, paragraph } from '../../support/tree.js'

/** Strings that YAML could take for something else, or for nothing. */
const odd = [
  ...[
    'null',
    '~',
    'true',
    'no',
    '1984',
    '007',
    '1e3',
    '0x1F',
    '2026-02-12',
    '12:30',
    '.inf',
    '- a list',
    '? a key',
    '---',
  ],
  ...[
    'a: b',
    'a #b',
    '# a',
    '"quoted"',
    "it's",
    "'single'",
    '[list]',
    '{map}',
    '&anchor',
    '*alias',
    '!tag',
    '%yaml',
    '@at',
  ],
  ...[
    '`code`',
    '| bar',
    '> fold',
    'back\\slash',
    '{{ name | default: "x" }}',
    'ends with:',
    'two  spaces',
    'a\u00A0b',
    '—',
  ],
  ...['<b>', 'https://example.org/?a=b#c', 'المدّ', '潮', 'a, b', '“curly”', 'x'.repeat(300)],
]

const metaOf = async (changes: Partial<ArticleMeta>) => {
  const given = article([paragraph('Words.')], { meta: changes })
  const { article: read } = await articleOf(toMarkdown(given), { mergeTags: new Map([['name', undefined]]) })
  return { given: given.meta, read: read.meta }
}

test.each(odd)('%s comes back from every key that is text', async value => {
  const text = {
    title: value,
    subtitle: value,
    sortTitle: value,
    standfirst: value,
    license: value,
    rights: value,
  }
  const more = { publisher: value, series: value, number: value, subject: value, preheader: value }
  const author = {
    name: value,
    sortName: value,
    role: value,
    affiliation: value,
    disclosure: value,
    bio: value,
  }
  const { given, read } = await metaOf({
    ...text,
    ...more,
    authors: [{ name: value }, author],
    // A sign before a tag is none of its words.
    tags: [`t ${value}`, 'another'],
    cover: { src: 'images/mill.png', alt: value, caption: value },
    source: { name: value, license: value, republished: true, verbatim: false },
  })
  expect(read).toEqual(given)
})

test.each<[string, Partial<ArticleMeta>]>([
  ['a cover that says what it is', { cover: { src: 'a.png', alt: 'A', whole: false } }],
  [
    'a source that is kept to the word',
    { source: { name: 'X', license: 'CC BY 4.0', republished: false, verbatim: true } },
  ],
  ['a direction that the language has not', { lang: 'ar', dir: 'ltr' }],
  ['one author of whom more is said', { authors: [{ name: 'A', orcid: '0000-0002-1825-0097' }] }],
  ['a draft with contents', { draft: true, toc: true }],
  ['a date and time', { date: '2026-02-12T09:30:00+01:00', updated: '2026-02-13' }],
])('%s comes back', async (_, changes) => {
  const { given, read } = await metaOf(changes)
  expect(read).toEqual(given)
})
