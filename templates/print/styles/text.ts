import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { points, type Scale } from '../scale.js'

/** Headings and paragraphs: what most of a page is. */
export const textRules = ({ light, paper }: Tokens, scale: Scale): CssRules => ({
  // As in a book, a new paragraph is told by its indent, one after anything else needs none.
  ':where(.text, blockquote, dd, .details) > p + p': { textIndent: '1.4em' },
  '.picture': { textIndent: 0 },
  // A paragraph in another language stands by itself, as a quotation does.
  '.text > p:is([lang], [dir])': { marginBlock: scale.lines(0.5), textIndent: 0 },
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
    lineHeight: scale.lines(1.25),
    marginBlock: `${scale.lines(1.25)} ${scale.lines(0.5)}`,
  },
  h3: {
    fontSize: scale.size('h3'),
    lineHeight: scale.lines(1),
    marginBlock: `${scale.lines(1)} ${scale.lines(0.25)}`,
  },
  h4: {
    fontSize: scale.size('h4'),
    lineHeight: scale.lines(1),
    marginBlock: `${scale.lines(0.75)} ${scale.lines(0.25)}`,
    color: light.muted,
  },
  'h2 + h3, h3 + h4': { marginBlockStart: scale.lines(0.5) },
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
  // Neither may push its line out of the grid.
  'sub, sup': { fontSize: '0.7em', lineHeight: 0 },
  '.noteref a': { textDecoration: 'none', fontFamily: scale.families.heading },
  math: { fontFamily: scale.families.math },
  '.equation': { paddingBlock: scale.lines(0.6), textAlign: 'center', breakInside: 'avoid' },
  hr: {
    border: 0,
    blockSize: 0,
    inlineSize: '3em',
    borderBlockStart: `${hairline(paper.body)} solid ${light.muted}`,
    marginBlock: scale.lines(1),
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
