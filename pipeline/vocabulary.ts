/**
 * The kinds of attribute value. `url` has passed the scheme allow-list, `id` is unique in its article, `lang` is a
 * BCP 47 tag; an array lists the words an attribute may be.
 */
export type AttributeKind =
  | 'string'
  | 'url'
  | 'id'
  | 'lang'
  | 'integer'
  | 'integers'
  | 'strings'
  | 'boolean'
  | readonly string[]

/** The formats a rendition is made in, and the email's plain-text part, which has handlers of its own. */
export type Medium = 'email' | 'text' | 'pdf' | 'epub' | 'web'

/** What the table says of one element. */
export interface VocabularyRow {
  /** Where it may stand: between blocks, in running text, or only inside the elements that name it. */
  readonly is: 'block' | 'inline' | 'part'
  /** What may stand in it: `block`, `inline` (with text), `text`, `mathml`, or the names of elements. Empty: nothing. */
  readonly holds: readonly string[]
  /** Attributes it always has. */
  readonly needs: Readonly<Record<string, AttributeKind>>
  /** Attributes it may have, besides `id`, `lang` and `dir`, which every element may. */
  readonly takes: Readonly<Record<string, AttributeKind>>
  /** What a medium leaves out by design, in words; what is not named here may not be lost. */
  readonly lost: Readonly<Partial<Record<Medium, string>>>
  /** The folder under tests/fixtures/elements that shows it. */
  readonly fixture: string
}

const callouts = ['note', 'tip', 'important', 'warning', 'caution'] as const
const sides = ['left', 'right', 'center'] as const
/** Which way an element may say its text runs; `auto` goes by its first letter. */
export const directions = ['ltr', 'rtl', 'auto'] as const
const scopes = ['row', 'col', 'rowgroup', 'colgroup'] as const

const noForm = 'A browser only: shown open, with its summary as a heading.'
const cell = { align: sides, colSpan: 'integer', rowSpan: 'integer' } as const
const inline = { is: 'inline', holds: ['inline'], needs: {}, takes: {}, lost: {} } as const
const heading = {
  is: 'block',
  holds: ['inline'],
  needs: { id: 'id' },
  takes: {},
  lost: {},
  fixture: 'heading',
} as const

/**
 * The vocabulary of the article tree: the one list of what an article can say. An element enters the tree only with
 * a row here, a handler in each format, its plain text and a fixture; the compiler holds the handlers to it.
 */
export const vocabulary = {
  h2: heading,
  h3: heading,
  h4: heading,
  p: { is: 'block', holds: ['inline'], needs: {}, takes: {}, lost: {}, fixture: 'paragraph' },
  blockquote: {
    is: 'block',
    holds: ['block', 'attribution'],
    needs: {},
    takes: { cite: 'url' },
    lost: { email: 'cite', text: 'cite', pdf: 'cite' },
    fixture: 'blockquote',
  },
  pullquote: {
    is: 'block',
    holds: ['block', 'attribution'],
    needs: {},
    takes: {},
    lost: {},
    fixture: 'pullquote',
  },
  attribution: { is: 'part', holds: ['inline'], needs: {}, takes: {}, lost: {}, fixture: 'blockquote' },
  ul: { is: 'block', holds: ['li'], needs: {}, takes: {}, lost: {}, fixture: 'list' },
  ol: {
    is: 'block',
    holds: ['li'],
    needs: {},
    takes: { start: 'integer', reversed: 'boolean', type: ['1', 'a', 'A', 'i', 'I'] },
    lost: {},
    fixture: 'list',
  },
  li: {
    is: 'part',
    holds: ['block', 'inline'],
    needs: {},
    takes: { checked: 'boolean', value: 'integer' },
    lost: {},
    fixture: 'list',
  },
  dl: { is: 'block', holds: ['dt', 'dd'], needs: {}, takes: {}, lost: {}, fixture: 'definition-list' },
  dt: { is: 'part', holds: ['inline'], needs: {}, takes: {}, lost: {}, fixture: 'definition-list' },
  dd: { is: 'part', holds: ['block', 'inline'], needs: {}, takes: {}, lost: {}, fixture: 'definition-list' },
  table: {
    is: 'block',
    holds: ['caption', 'thead', 'tbody', 'tfoot'],
    needs: {},
    takes: {},
    lost: {},
    fixture: 'table',
  },
  caption: { is: 'part', holds: ['inline'], needs: {}, takes: {}, lost: {}, fixture: 'table' },
  thead: { is: 'part', holds: ['tr'], needs: {}, takes: {}, lost: {}, fixture: 'table' },
  tbody: { is: 'part', holds: ['tr'], needs: {}, takes: {}, lost: {}, fixture: 'table' },
  tfoot: { is: 'part', holds: ['tr'], needs: {}, takes: {}, lost: {}, fixture: 'table' },
  tr: { is: 'part', holds: ['th', 'td'], needs: {}, takes: {}, lost: {}, fixture: 'table' },
  th: {
    is: 'part',
    holds: ['block', 'inline'],
    needs: {},
    takes: { ...cell, scope: scopes },
    lost: {},
    fixture: 'table',
  },
  td: { is: 'part', holds: ['block', 'inline'], needs: {}, takes: cell, lost: {}, fixture: 'table' },
  pre: {
    is: 'block',
    holds: ['line'],
    needs: {},
    takes: { language: 'string' },
    lost: { text: 'colours' },
    fixture: 'code',
  },
  line: {
    is: 'part',
    holds: ['text', 'token'],
    needs: {},
    takes: { marked: 'boolean' },
    lost: { text: 'the mark' },
    fixture: 'code',
  },
  token: {
    is: 'part',
    holds: ['text', 'token'],
    needs: { kind: 'string' },
    takes: {},
    lost: { text: 'its colour' },
    fixture: 'code',
  },
  figure: {
    is: 'block',
    holds: ['block', 'figcaption', 'credit'],
    needs: {},
    // What it says is in the credit too, which every format prints.
    takes: { rights: 'string' },
    lost: {},
    fixture: 'figure',
  },
  figcaption: { is: 'part', holds: ['inline'], needs: {}, takes: {}, lost: {}, fixture: 'figure' },
  credit: { is: 'part', holds: ['inline'], needs: {}, takes: {}, lost: {}, fixture: 'figure' },
  picture: {
    is: 'block',
    holds: [],
    needs: { src: 'url', alt: 'string' },
    takes: { title: 'string', href: 'url' },
    lost: {},
    fixture: 'figure',
  },
  hr: { is: 'block', holds: [], needs: {}, takes: {}, lost: {}, fixture: 'rule' },
  callout: {
    is: 'block',
    holds: ['label', 'block'],
    needs: { kind: callouts },
    takes: {},
    lost: {},
    fixture: 'callout',
  },
  label: { is: 'part', holds: ['inline'], needs: {}, takes: {}, lost: {}, fixture: 'callout' },
  button: {
    is: 'block',
    holds: ['inline'],
    needs: { href: 'url' },
    takes: { hrefParts: 'strings' },
    lost: {},
    fixture: 'button',
  },
  equation: {
    is: 'block',
    holds: ['mathml'],
    needs: { tex: 'string' },
    takes: {},
    lost: {},
    fixture: 'math',
  },
  embed: {
    is: 'block',
    holds: [],
    needs: { url: 'url' },
    takes: { title: 'string', description: 'string', image: 'url', provider: 'string' },
    lost: {},
    fixture: 'embed',
  },
  verse: { is: 'block', holds: ['p', 'attribution'], needs: {}, takes: {}, lost: {}, fixture: 'verse' },
  details: {
    is: 'block',
    holds: ['summary', 'block'],
    needs: {},
    takes: { open: 'boolean' },
    lost: { email: noForm, text: noForm, pdf: noForm, epub: noForm },
    fixture: 'details',
  },
  summary: { is: 'part', holds: ['inline'], needs: {}, takes: {}, lost: {}, fixture: 'details' },
  notes: { is: 'block', holds: ['note'], needs: {}, takes: {}, lost: {}, fixture: 'footnote' },
  note: {
    is: 'part',
    holds: ['block'],
    needs: { id: 'id', number: 'integer', refs: 'strings' },
    takes: {},
    lost: {},
    fixture: 'footnote',
  },
  noteref: {
    is: 'inline',
    holds: [],
    needs: { id: 'id', note: 'id', number: 'integer' },
    takes: {},
    lost: {},
    fixture: 'footnote',
  },
  em: { ...inline, fixture: 'inline' },
  strong: { ...inline, fixture: 'inline' },
  del: { ...inline, fixture: 'inline' },
  ins: { ...inline, fixture: 'inline' },
  mark: { ...inline, fixture: 'inline' },
  code: { ...inline, holds: ['text'], fixture: 'inline' },
  kbd: { ...inline, fixture: 'inline' },
  sub: { ...inline, fixture: 'inline' },
  sup: { ...inline, fixture: 'inline' },
  abbr: { ...inline, takes: { title: 'string' }, lost: { text: 'title', pdf: 'title' }, fixture: 'inline' },
  cite: { ...inline, fixture: 'inline' },
  q: {
    ...inline,
    takes: { cite: 'url' },
    lost: { email: 'cite', text: 'cite', pdf: 'cite' },
    fixture: 'inline',
  },
  a: {
    ...inline,
    needs: { href: 'url' },
    takes: { title: 'string', hrefParts: 'strings' },
    lost: { email: 'title', text: 'title', pdf: 'title' },
    fixture: 'link',
  },
  img: {
    is: 'inline',
    holds: [],
    needs: { src: 'url', alt: 'string' },
    takes: { title: 'string' },
    lost: {},
    fixture: 'image',
  },
  math: { is: 'inline', holds: ['mathml'], needs: { tex: 'string' }, takes: {}, lost: {}, fixture: 'math' },
  br: { is: 'inline', holds: [], needs: {}, takes: {}, lost: {}, fixture: 'inline' },
  ruby: { ...inline, holds: ['inline', 'rt', 'rp'], fixture: 'ruby' },
  rt: { is: 'part', holds: ['inline'], needs: {}, takes: {}, lost: {}, fixture: 'ruby' },
  rp: { is: 'part', holds: ['text'], needs: {}, takes: {}, lost: {}, fixture: 'ruby' },
  bdi: { ...inline, fixture: 'languages' },
  bdo: { ...inline, fixture: 'languages' },
  span: { ...inline, fixture: 'languages' },
  mergetag: {
    is: 'inline',
    holds: [],
    needs: { name: 'string' },
    takes: { default: 'string' },
    lost: {
      pdf: 'The default stands for it.',
      epub: 'The default stands for it.',
      web: 'The default stands for it.',
    },
    fixture: 'merge-tag',
  },
} as const satisfies Record<string, VocabularyRow>
