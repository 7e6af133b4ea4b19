import type { CssRules } from '../../css.js'
import { hairline, unhyphenated, whole, withNext } from './text.js'

/** Tables and figures. */
export const tableRules: CssRules = {
  table: {
    width: '100%',
    // Never wider than the page: the columns' widths are given, and what is longer than its column breaks.
    tableLayout: 'fixed',
    margin: '1.4em 0',
    borderCollapse: 'collapse',
    borderTop: '2px solid currentColor',
    borderBottom: '2px solid currentColor',
    fontSize: '0.9em',
  },
  caption: { ...unhyphenated, captionSide: 'top', padding: '0 0 0.5em', textAlign: 'start' },
  tr: whole,
  'th, td': {
    padding: '0.35em 0.45em',
    borderTop: '1px dotted currentColor',
    textAlign: 'start',
    verticalAlign: 'top',
  },
  'thead th': { borderTop: hairline, verticalAlign: 'bottom' },
  'thead tr:first-child > *': { borderTop: 0 },
  'thead + tbody > tr:first-child > *, tfoot > tr:first-child > *': { borderTop: hairline },
  'td p, th p, td ul, td ol': { margin: '0 0 0.3em' },
  // A table that small screens cannot show: rows one below the other, each a list of labels and values.
  '.stacked': { margin: '1.4em 0', borderBottom: '2px solid currentColor', fontSize: '0.9em' },
  '.stacked figcaption': { margin: '0 0 0.5em', fontSize: '1em' },
  '.rows': { margin: 0, padding: 0, borderTop: '2px solid currentColor', listStyleType: 'none' },
  '.rows > li': { margin: 0, padding: '0.5em 0', borderTop: '1px dotted currentColor' },
  '.rows > li:first-child': { borderTop: 0 },
  '.rows > .across': { fontWeight: 'bold' },
  '.tfoot': { borderTop: hairline },
  '.tfoot > .across': { fontWeight: 'normal' },
  '.rows dl': { margin: 0 },
  // The value beside its label, both in one line where they are short.
  '.rows dt, .rows dd': { display: 'inline', margin: 0, fontWeight: 'normal' },
  '.rows dt': { fontStyle: 'italic' },
  '.rows .row-name': { ...withNext, fontWeight: 'bold' },
  '.rows .row-name dd': { fontWeight: 'bold' },
  '.across .group-label': { fontStyle: 'italic', fontWeight: 'normal' },
  // Without labels, each value on a line of its own, below what the row is called.
  '.rows .headed dt': { fontStyle: 'normal', fontWeight: 'bold' },
  '.rows .headed dd': { display: 'block', margin: '0 4%', fontWeight: 'normal' },
  // Classes, since EPUB's XHTML has no `align`.
  '.align-left': { textAlign: 'left' },
  '.align-right': { textAlign: 'right' },
  '.align-center': { textAlign: 'center' },
  figure: { margin: '1.6em 0' },
  '.picture': { ...whole, margin: 0, textAlign: 'center' },
  // A portrait on one page, with its caption where there is room.
  '.picture img': { maxHeight: '90vh', objectFit: 'contain' },
  'figure > pre, figure > table': { margin: 0 },
  figcaption: { pageBreakBefore: 'avoid', breakBefore: 'avoid', margin: '0.5em 0 0', fontSize: '0.85em' },
  '.credit': { fontStyle: 'italic' },
}
