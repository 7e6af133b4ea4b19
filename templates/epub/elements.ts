import * as blocks from '../html/blocks.js'
import * as definitions from '../html/definition-list.js'
import * as figures from '../html/figures.js'
import * as inlines from '../html/inlines.js'
import * as lists from '../html/lists.js'
import { withoutRole, withRole } from '../html/roles.js'
import { ruby } from '../html/ruby.js'
import type { HtmlHandlers } from '../html/state.js'
import * as tables from '../html/tables.js'
import * as code from './code.js'
import * as formulas from './formulas.js'
import * as notes from './notes.js'
import { table } from './tables/table.js'

/** What each element of the article tree becomes in an EPUB. */
export const epubElements: HtmlHandlers = {
  h2: blocks.sameBlock('h2'),
  h3: blocks.sameBlock('h3'),
  h4: blocks.sameBlock('h4'),
  p: blocks.sameBlock('p'),
  blockquote: blocks.blockquote,
  pullquote: withRole('doc-pullquote', blocks.pullquote),
  attribution: blocks.attribution,
  ul: lists.ul,
  ol: lists.ol,
  li: lists.li,
  dl: definitions.dl,
  dt: blocks.sameBlock('dt'),
  dd: blocks.sameBlock('dd'),
  table,
  caption: blocks.sameBlock('caption'),
  thead: blocks.sameBlock('thead'),
  tbody: blocks.sameBlock('tbody'),
  tfoot: blocks.sameBlock('tfoot'),
  tr: blocks.sameBlock('tr'),
  th: tables.th,
  td: tables.td,
  pre: code.pre,
  line: code.line,
  token: inlines.token,
  figure: withoutRole(figures.figure),
  figcaption: blocks.sameBlock('figcaption'),
  credit: figures.credit,
  picture: figures.picture,
  hr: blocks.sameBlock('hr'),
  callout: withRole('note', blocks.callout),
  label: blocks.label,
  button: blocks.button,
  equation: formulas.equation,
  embed: withRole('note', figures.embed),
  verse: blocks.verse,
  details: blocks.detailsOpen,
  summary: blocks.summaryLabel,
  notes: notes.notes,
  note: notes.note,
  noteref: notes.noteref,
  em: inlines.sameInline('em'),
  strong: inlines.sameInline('strong'),
  del: inlines.sameInline('del'),
  ins: inlines.sameInline('ins'),
  mark: inlines.sameInline('mark'),
  code: inlines.sameInline('code'),
  kbd: inlines.sameInline('kbd'),
  sub: inlines.sameInline('sub'),
  sup: inlines.sameInline('sup'),
  abbr: inlines.abbr,
  cite: inlines.sameInline('cite'),
  q: inlines.q,
  a: inlines.a,
  img: inlines.img,
  math: formulas.math,
  br: inlines.sameInline('br'),
  ruby,
  rt: inlines.sameInline('rt'),
  rp: inlines.sameInline('rp'),
  bdi: inlines.sameInline('bdi'),
  bdo: inlines.bdo,
  span: inlines.sameInline('span'),
  mergetag: inlines.mergetag,
}
