import type { RootContent } from 'mdast'
import type { Handlers } from '../../templates/handlers.js'
import type { ArticleElement, InlineNode } from '../article.js'
import { button, callout, details, directive, embed, equation } from './asides.js'
import { pre } from './code.js'
import { figure, picture } from './figures.js'
import * as line from './inlines.js'
import { dl, list } from './lists.js'
import { blockquote, quoted } from './quotations.js'
import { table } from './tables.js'
import type { Writing } from './writing.js'

type Heading = ArticleElement<'h2'> | ArticleElement<'h3'> | ArticleElement<'h4'>

const heading =
  (depth: 2 | 3 | 4) =>
  (node: Heading, state: Writing): RootContent[] => [
    { type: 'heading', depth, children: state.line(node.children, { ...state, oneLine: true }) },
  ]

/** What has its place in another element, whose handler writes it. */
const part = (node: { readonly children: readonly unknown[] }, state: Writing): RootContent[] =>
  state.line(node.children as InlineNode[], state)
const held = (): RootContent[] => []

/** Each element of the vocabulary as Markdown. */
export const elements: Handlers<RootContent, Writing> = {
  h2: heading(2),
  h3: heading(3),
  h4: heading(4),
  p: (node, state) => [
    { type: 'paragraph', children: state.line(node.children, { ...state, oneLine: false }) },
  ],
  blockquote,
  pullquote: (node, state) => [directive('pullquote', quoted(node, state))],
  attribution: part,
  ul: list,
  ol: list,
  li: held,
  dl,
  dt: part,
  dd: held,
  table,
  caption: part,
  thead: held,
  tbody: held,
  tfoot: held,
  tr: held,
  th: held,
  td: held,
  pre: node => pre(node),
  line: held,
  token: held,
  figure,
  figcaption: part,
  credit: part,
  picture: (node, state) => [picture(node, state)],
  hr: () => [{ type: 'thematicBreak' }],
  callout,
  label: part,
  button,
  equation,
  embed,
  verse: (node, state) => [directive('verse', quoted(node, state))],
  details,
  summary: part,
  notes: (node, state) => node.children.flatMap(note => elements.note(note, state)),
  note: ({ properties: { number }, children }, state) => [
    {
      type: 'footnoteDefinition',
      identifier: String(number),
      label: String(number),
      // A note may hold any block.
      children: state.blocks(children, { ...state, anchors: true }) as never[],
    },
  ],
  noteref: line.noteref,
  em: line.signed('emphasis'),
  strong: line.signed('strong'),
  del: line.del,
  ins: line.directed('ins'),
  mark: line.directed('mark'),
  code: line.code,
  kbd: line.directed('kbd'),
  sub: line.directed('sub'),
  sup: line.directed('sup'),
  abbr: line.directed('abbr', 'title'),
  cite: line.directed('cite'),
  q: line.directed('q', 'cite'),
  a: line.link,
  img: line.image,
  math: line.math,
  br: line.lineBreak,
  ruby: line.ruby,
  rt: line.tagged,
  rp: line.tagged,
  bdi: line.directed('bdi', 'dir', 'lang'),
  bdo: line.directed('bdo', 'dir'),
  span: line.span,
  mergetag: line.mergetag,
}
