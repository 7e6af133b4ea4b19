import type { EmailHandlers } from '../state.js'
import { button } from './button.js'
import { line, pre, token } from './code.js'
import * as inline from './inlines.js'
import * as list from './lists.js'
import { equation, math } from './math.js'
import { note, notes } from './notes.js'
import * as panel from './panels.js'
import { credit, figcaption, figure, img, picture } from './pictures.js'
import * as prose from './prose.js'
import { hr } from './rule.js'
import { caption, group, table, td, th, tr } from './tables.js'

/** What each element of an article becomes in an email. */
export const emailElements: EmailHandlers = {
  h2: prose.heading('h2'),
  h3: prose.heading('h3'),
  h4: prose.heading('h4'),
  p: prose.p,
  blockquote: prose.blockquote,
  pullquote: prose.pullquote,
  attribution: prose.attribution,
  verse: prose.verse,
  ul: list.ul,
  ol: list.ol,
  li: list.li,
  dl: list.dl,
  dt: list.dt,
  dd: list.dd,
  table,
  caption,
  thead: group('thead'),
  tbody: group('tbody'),
  tfoot: group('tfoot'),
  tr,
  th,
  td,
  pre,
  line,
  token,
  figure,
  figcaption,
  credit,
  picture,
  hr,
  callout: panel.callout,
  label: panel.label,
  details: panel.details,
  summary: panel.summary,
  embed: panel.embed,
  button,
  equation,
  math,
  notes,
  note,
  noteref: inline.noteref,
  em: inline.same('em'),
  strong: inline.same('strong'),
  del: inline.same('del'),
  ins: inline.same('ins'),
  mark: inline.mark,
  code: inline.code,
  kbd: inline.kbd,
  sub: inline.offLine('sub'),
  sup: inline.offLine('sup'),
  abbr: inline.abbr,
  cite: inline.same('cite'),
  q: inline.q,
  a: inline.a,
  img,
  br: inline.br,
  ruby: inline.ruby,
  rt: inline.rt,
  rp: inline.rp,
  bdi: inline.same('bdi'),
  bdo: inline.same('bdo'),
  span: inline.same('span'),
  mergetag: inline.mergetag,
}
