import type { Article, ArticleElement } from '../../../pipeline/article.js'
import { articleOf } from '../../support/article.js'
import { article, element, mathml, paragraph } from '../../support/tree.js'

/** Something of an article that does not come back from the Markdown that is written of it. */
export interface Lost {
  readonly what: string
  readonly why: string
  /** An article with it. */
  make(): Article | Promise<Article>
  /** The outline of what is read back, without the front matter. */
  readonly becomes: string
  /** Fixtures that have it. */
  readonly fixtures?: readonly string[]
}

const html = async (text: string) => (await articleOf(text)).article

const cellOf = (math: ArticleElement<'math'>): Article =>
  article([element('table', {}, [element('tbody', {}, [element('tr', {}, [element('td', {}, [math])])])])])

const tip = (label: ArticleElement<'label'>): Article =>
  article([element('callout', { kind: 'tip' }, [label, paragraph('Words.')])])

/** All that does not survive. What is not in this table does; the test holds the table to be exact. */
export const lost: readonly Lost[] = [
  {
    what: 'a picture that is in no figure',
    why: 'Only a card whose address was refused leaves one; a picture alone in its paragraph is a figure.',
    make: () => html('::embed{url="javascript:x" title="A card" image="images/mill.png"}'),
    becomes: 'figure\n  picture src="images/mill.png" alt="A card"\np\n  "A card"\n',
    fixtures: ['parse/relative-addresses'],
  },
  {
    what: 'the MathML of an imported formula that says its TeX',
    why: 'The TeX is written, which a person can edit; MathML is set of it anew.',
    make: () => html('<p>So <math alttext="x^2"><msup><mi>y</mi><mn>2</mn></msup></math>.</p>'),
    becomes:
      'p\n  "So "\n  math tex="x^2"\n    math\n      msup\n        mi\n          "x"\n        mn\n          "2"\n  "."\n',
  },
  {
    what: 'white space in a formula inside HTML',
    why: 'There it is MathML with its TeX as an attribute, in which the reader takes a run of spaces for one.',
    make: () => cellOf(element('math', { tex: 'x  + y' }, [mathml('math', [mathml('mi', ['z'])])])),
    becomes:
      'table\n  tbody\n    tr\n      td\n        math tex="x + y"\n          math\n            mi\n              "z"\n',
  },
  {
    what: 'a link to another article of the issue',
    why: 'Where that article is only the issue knows; no address that a text may name has that scheme. Its words stay.',
    make: () => article([paragraph('See ', element('a', { href: 'article:a2' }, ['the letter']), '.')]),
    becomes: 'p\n  "See the letter."\n',
  },
  {
    what: 'the id, language and direction of a label',
    why: 'Only our own markup can give a label any, and no text says so; its callout has its own.',
    make: () => tip(element('label', { lang: 'de' }, ['Rat'])),
    becomes: 'callout kind="tip"\n  label\n    "Rat"\n  p\n    "Words."\n',
  },
  {
    what: 'a label without words',
    why: 'The same; a callout without one has the name of its kind.',
    make: () => tip(element('label', {})),
    becomes: 'callout kind="tip"\n  p\n    "Words."\n',
  },
  {
    what: 'a double quotation mark in the default of a merge tag that has an apostrophe and curly marks as well',
    why: 'A default stands between one of three pairs of marks and has no escape.',
    make: () => article([paragraph(element('mergetag', { name: 'name', default: `a "b" 'c' “d”` }))]),
    becomes: `p\n  mergetag name="name" default="a 'b' 'c' “d”"\n`,
  },
  {
    what: 'levels of headings that skip one',
    why: 'Headings of an article skip none. A heading that was left out after the levels were settled leaves such a tree.',
    make: () => article([element('h3', { id: 'a' }, ['A'])]),
    becomes: 'h2 id="a"\n  "A"\n',
  },
  {
    what: 'the direction of a text whose language runs from the right, where the tree does not say it',
    why: 'The reader says it of every such text.',
    make: () => article([element('p', { lang: 'ar' }, ['المدّ'])]),
    becomes: 'p lang="ar" dir="rtl"\n  "المدّ"\n',
  },
]
