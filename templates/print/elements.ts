import * as block from '../html/blocks.js'
import * as figures from '../html/figures.js'
import * as inline from '../html/inlines.js'
import * as lists from '../html/lists.js'
import * as footnote from '../html/notes.js'
import type { HtmlHandlers } from '../html/state.js'
import * as formulas from './formulas.js'
import * as print from './handlers.js'
import * as links from './links.js'
import * as tables from './tables.js'

/** The print format's table: what each element of the vocabulary becomes on paper. */
export const printElements: HtmlHandlers = {
  h2: block.sameBlock('h2'),
  h3: block.sameBlock('h3'),
  h4: block.sameBlock('h4'),
  p: print.running(block.sameBlock('p')),
  blockquote: block.blockquote,
  pullquote: block.pullquote,
  attribution: block.attribution,
  ul: block.sameBlock('ul'),
  ol: lists.ol,
  // The box is drawn around the sign; no text face has boxes.
  li: print.running(lists.liWith({ done: '×', notDone: '\u00A0' })),
  dl: block.sameBlock('dl'),
  dt: block.sameBlock('dt'),
  dd: print.running(block.sameBlock('dd')),
  table: tables.table,
  caption: block.sameBlock('caption'),
  thead: block.sameBlock('thead'),
  tbody: block.sameBlock('tbody'),
  tfoot: block.sameBlock('tfoot'),
  tr: block.sameBlock('tr'),
  th: tables.th,
  td: tables.td,
  pre: print.code,
  line: block.line,
  token: inline.token,
  figure: links.figure,
  figcaption: block.sameBlock('figcaption'),
  credit: figures.credit,
  picture: links.picture,
  hr: block.sameBlock('hr'),
  callout: block.callout,
  label: block.label,
  button: print.button,
  equation: formulas.equation,
  embed: print.embed,
  verse: block.verse,
  details: block.detailsOpen,
  summary: block.summaryLabel,
  notes: footnote.notes,
  // An arrow that text faces have; the hooked one is in few of them.
  note: footnote.noteWith('↑'),
  noteref: footnote.noteref,
  em: inline.sameInline('em'),
  strong: inline.sameInline('strong'),
  del: inline.sameInline('del'),
  ins: inline.sameInline('ins'),
  mark: inline.sameInline('mark'),
  code: print.inlineCode,
  kbd: inline.sameInline('kbd'),
  sub: inline.sameInline('sub'),
  sup: inline.sameInline('sup'),
  abbr: inline.abbr,
  cite: inline.sameInline('cite'),
  q: inline.q,
  a: links.a,
  img: inline.img,
  math: formulas.math,
  br: inline.sameInline('br'),
  ruby: inline.sameInline('ruby'),
  rt: inline.sameInline('rt'),
  rp: inline.sameInline('rp'),
  bdi: inline.sameInline('bdi'),
  bdo: inline.sameInline('bdo'),
  span: inline.sameInline('span'),
  mergetag: inline.mergetag,
}
