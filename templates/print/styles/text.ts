import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { points, type Scale } from '../scale.js'

/** Headings and paragraphs: what most of a page is. */
export const textRules = ({ light, paper }: Tokens, scale: Scale): CssRules => ({
  // As in a book, a new paragraph is told by its indent, one after anything else needs none.
  ':where(.text, blockquote, dd, .details) > p + p': { textIndent: '1.4em' },
  '.picture': { textIndent: 0 },
  // Signs that are all as wide as they are high stand below one another, and the indent is one of them.
  ':where(.text) p:is(:lang(ja), :lang(zh))': { textAlign: 'justify' },
  ':where(.text, blockquote, dd, .details) > p + p:is(:lang(ja), :lang(zh))': { textIndent: '1em' },
  // A paragraph in another language stands by itself, as a quotation does.
  '.text > p:is([lang], [dir])': { marginBlock: scale.lines(1), textIndent: 0 },
  '.text > p:is([lang], [dir]) + p': { textIndent: 0 },
  // Lines that the writer broke are a poem, or an address.
  'p:is([lang], [dir]):has(> br)': { breakInside: 'avoid' },
  'h2, h3, h4': {
    fontFamily: scale.families.heading,
    fontWeight: 700,
    textWrap: 'balance',
    breakAfter: 'avoid',
    breakInside: 'avoid',
  },
  h2: {
    fontSize: scale.size('h2'),
    ...scale.heading('h2', 1.25, 0.5),
  },
  h3: {
    fontSize: scale.size('h3'),
    ...scale.heading('h3', 0.75, 0.25),
  },
  h4: {
    fontSize: scale.size('h4'),
    ...scale.heading('h4', 0.75, 0.25),
    color: light.muted,
  },
  // One heading after another: what is between them is little, and whole lines with both.
  'h2:has(+ h3), h2:has(+ h4)': { marginBlockEnd: scale.lines(0.25) },
  'h2 + h3, h2 + h4': { marginBlockStart: scale.lines(0.25) },
  'h3:has(+ h4)': { marginBlockEnd: 0 },
  'h3 + h4': { marginBlockStart: 0 },
  '.text > :first-child': { marginBlockStart: 0 },
  a: { color: light.accent, textDecorationThickness: '0.05em', textUnderlineOffset: '0.18em' },
  'code, kbd': { fontFamily: scale.families.mono, fontSize: '0.86em' },
  kbd: {
    border: `${hairline(paper.body)} solid ${light.muted}`,
    borderRadius: '0.25em',
    paddingInline: '0.35em',
  },
  mark: { color: 'inherit', backgroundColor: light.highlight, paddingInline: '0.1em' },
  abbr: { textDecoration: 'none' },
  'sub, sup': { fontSize: '0.7em' },
  // Set in another size or face, none of these may push its line out of the grid.
  'sub, sup, code, kbd, :is(span, bdi, em, cite, q)[lang], .link-number, .link-address, .page-reference, .backlink':
    { lineHeight: 0 },
  '.noteref a': { textDecoration: 'none', fontFamily: scale.families.heading },
  math: { fontFamily: scale.families.math },
  // What a formula is measured by. A cell's width follows from what is in it: there, nothing can be measured.
  ':is(p, li, dt, dd, h2, h3, h4, figcaption, caption, .equation):has(.fitted):not(:is(td, th) *)': {
    containerType: 'inline-size',
  },
  '.equation': {
    ...scale.wholeLines,
    paddingBlock: scale.lines(0.5),
    textAlign: 'center',
    breakInside: 'avoid',
  },
  hr: {
    border: 0,
    blockSize: 0,
    inlineSize: '3em',
    borderBlockStart: `${hairline(paper.body)} solid ${light.muted}`,
    marginBlock: `${scale.lines(1)} calc(${scale.lines(1)} - ${hairline(paper.body)})`,
    breakAfter: 'avoid',
  },
  'ruby > rt': { fontSize: '0.5em' },
  // Naskh is drawn small for its size; where the whole text is in it, the scale sees to that.
  '.text :is([lang|="ar"], [lang|="fa"], [lang|="ur"])': { fontSize: scale.naskh },
  '.text :is([lang|="ar"], [lang|="fa"], [lang|="ur"]) :is([lang|="ar"], [lang|="fa"], [lang|="ur"])': {
    fontSize: 'inherit',
  },
  '.missing-image': { color: light.muted, fontStyle: 'italic' },
  '.inline-image': { blockSize: '0.9em', inlineSize: 'auto', verticalAlign: '-0.08em' },
})

/** A rule as thin as a printer still draws evenly. */
export const hairline = (body: number): string => points(body / 20)
