import type { CssRules } from '../../css.js'
import { hairline, unhyphenated, whole } from './text.js'

/** Tables and figures. */
export const tableRules: CssRules = {
  table: {
    width: '100%',
    margin: '1.4em 0',
    borderCollapse: 'collapse',
    borderBottom: '2px solid currentColor',
    fontSize: '0.9em',
  },
  caption: { ...unhyphenated, captionSide: 'top', padding: '0 0 0.5em', textAlign: 'start' },
  tr: whole,
  'th, td': {
    padding: '0.35em 0.4em',
    borderTop: '1px dotted currentColor',
    textAlign: 'start',
    verticalAlign: 'top',
  },
  'thead th': { borderTop: hairline, verticalAlign: 'bottom' },
  'thead tr:first-child > *': { borderTop: '2px solid currentColor' },
  'thead + tbody > tr:first-child > *, tfoot > tr:first-child > *': { borderTop: hairline },
  'td p, th p, td ul, td ol': { margin: '0 0 0.3em' },
  // Classes, since EPUB's XHTML has no `align`.
  '.align-left': { textAlign: 'left' },
  '.align-right': { textAlign: 'right' },
  '.align-center': { textAlign: 'center' },
  figure: { margin: '1.6em 0' },
  '.picture': { ...whole, margin: 0, textAlign: 'center' },
  'figure > pre, figure > table': { margin: 0 },
  figcaption: { margin: '0.5em 0 0', fontSize: '0.85em' },
  '.credit': { fontStyle: 'italic' },
}
