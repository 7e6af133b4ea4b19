import type { CssBlock, CssRules } from '../../css.js'
import { deepest } from '../code.js'
import { hairline, unhyphenated, whole } from './text.js'

const box: CssBlock = { margin: '1.4em 0', padding: '0.8em 4%', border: hairline, borderRadius: '0.3em' }

/** Two letters of code, which are all of a width. */
const level = 1.2

/** A line that is broken goes on four letters further in than it began. */
function hanging(): CssRules {
  const lines = Array.from({ length: deepest + 1 }, (_, indent) => {
    const hang = `${((indent + 2) * level).toFixed(1)}em`
    const selector = indent === 0 ? '.line' : `.in-${indent}`
    return [
      selector,
      { paddingLeft: hang, paddingInline: `${hang} 0`, paddingBlock: 0, textIndent: `-${hang}` },
    ]
  })
  return { 'pre .line': { display: 'block' }, ...Object.fromEntries(lines) }
}

/** Blocks between the paragraphs. */
export const blockRules: CssRules = {
  'ul, ol, dl': { margin: '0 0 0.8em' },
  'li ul, li ol': { margin: '0.2em 0 0' },
  li: { margin: '0 0 0.3em' },
  'li > p': { margin: '0 0 0.4em' },
  '.task-item': { listStyleType: 'none' },
  dt: { marginTop: '0.6em', fontWeight: 'bold', pageBreakAfter: 'avoid', breakAfter: 'avoid' },
  dd: { marginBottom: '0.4em' },
  blockquote: { margin: '1.2em 6%' },
  // Never on a page of its own.
  '.attribution': { fontSize: '0.9em', pageBreakBefore: 'avoid', breakBefore: 'avoid' },
  '.pullquote': {
    ...unhyphenated,
    ...whole,
    margin: '1.8em 6%',
    padding: '0.8em 0 0',
    borderTop: '2px solid currentColor',
    borderBottom: '2px solid currentColor',
    fontSize: '1.2em',
    lineHeight: 1.35,
    textAlign: 'center',
  },
  '.verse': { ...unhyphenated, margin: '1.2em 6%', textAlign: 'start' },
  // A browser's own line is grey, whatever the ground.
  hr: {
    color: 'inherit',
    width: '20%',
    height: 0,
    margin: '2em auto',
    border: 0,
    borderTop: hairline,
  },
  '.callout, .details': box,
  '.callout-label, .summary': { fontWeight: 'bold', pageBreakAfter: 'avoid', breakAfter: 'avoid' },
  '.callout > :last-child, .details > :last-child': { marginBottom: 0 },
  '.button': { ...whole, margin: '1.4em 0', textAlign: 'center' },
  '.button a': {
    display: 'inline-block',
    padding: '0.4em 1.2em',
    border: '2px solid currentColor',
    borderRadius: '0.3em',
    fontWeight: 'bold',
    textDecoration: 'none',
  },
  '.embed': { ...box, ...whole },
  '.embed p': { margin: '0 0 0.3em' },
  '.embed-image img': { maxHeight: '12em', width: 'auto' },
  '.embed-title': { fontWeight: 'bold' },
  '.embed-provider': { fontSize: '0.85em' },
  // What cannot be made smaller and still be read is scrolled.
  '.formula-line': { display: 'inline-block', maxWidth: '100%', overflowX: 'auto', overflowY: 'hidden' },
  '.equation': { margin: '1.2em 0', overflowX: 'auto', overflowY: 'hidden', textAlign: 'center' },
  pre: {
    ...unhyphenated,
    margin: '1.2em 0',
    padding: '0.7em 3%',
    border: hairline,
    borderRadius: '0.3em',
    lineHeight: 1.45,
    textAlign: 'left',
    whiteSpace: 'pre-wrap',
    tabSize: 2,
  },
  'pre code': { fontSize: '1em' },
  ...hanging(),
  // Ink alone: an e-reader has no colours, and the night turns them.
  '.code-keyword': { fontWeight: 'bold' },
  '.code-comment': { fontStyle: 'italic' },
  '.marked': { borderBottom: hairline },
}
