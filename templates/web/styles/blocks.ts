import type { CssBlock, CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { rem } from './lengths.js'

/** Blocks between the paragraphs. */
export function blockRules({ screen, fonts }: Tokens): CssRules {
  const radius = rem(screen.radius)
  const space: CssBlock = { marginBlock: '1.5em', marginInline: 0 }
  const panel: CssBlock = { ...space, paddingBlock: '1em', paddingInline: '1.2em', borderRadius: radius }
  return {
    'ul, ol': { margin: '0 0 1em', paddingInlineStart: '1.5em' },
    'li > ul, li > ol': { marginBlock: '0.3em' },
    li: { marginBlockEnd: '0.35em' },
    'li > p': { margin: '0 0 0.5em' },
    '.task-item': { listStyleType: 'none' },
    // An item that runs the other way has its list's margin on its other side.
    'li[dir]': { listStylePosition: 'inside' },
    '.task-item:not([dir]) > .task, .task-item:not([dir]) > p > .task': { marginInlineStart: '-1.35em' },
    dl: { margin: '0 0 1em' },
    dt: { fontWeight: 700 },
    dd: { margin: '0 0 0.8em', marginInlineStart: '1.5em' },
    blockquote: { ...space, paddingInlineStart: '1.2em', borderInlineStart: '3px solid' },
    'blockquote > :last-child, .callout > :last-child, .details > :last-child, details > :last-child': {
      marginBlockEnd: 0,
    },
    '.attribution': { fontFamily: fonts.heading.fallback, fontSize: rem(screen.small), lineHeight: 1.5 },
    '.pullquote': {
      ...space,
      paddingBlock: '1em 0',
      borderBlock: '2px solid',
      fontFamily: fonts.heading.fallback,
      fontSize: rem(screen.h2),
      lineHeight: 1.35,
      textWrap: 'balance',
    },
    '.verse': { ...space, paddingInlineStart: '1.5em' },
    hr: { width: '4em', height: 0, margin: '2.4em auto', border: 0, borderBlockStart: '2px solid' },
    '.callout': { ...panel, borderInlineStart: '4px solid' },
    '.callout-label, .summary, summary': { fontFamily: fonts.heading.fallback, fontWeight: 700 },
    '.callout-label': { marginBlockEnd: '0.3em' },
    'details, .details': { ...panel, border: '1px solid' },
    summary: { cursor: 'pointer' },
    'details[open] > summary': { marginBlockEnd: '0.7em' },
    '.button': { ...space, fontFamily: fonts.heading.fallback },
    '.button a': {
      display: 'inline-block',
      maxWidth: '100%',
      padding: '0.55em 1.3em',
      borderRadius: radius,
      fontWeight: 700,
      lineHeight: 1.3,
      overflowWrap: 'anywhere',
      textDecoration: 'none',
    },
    '.embed': { ...panel, display: 'flow-root', border: '1px solid', fontSize: '0.92em', lineHeight: 1.45 },
    '.embed p': { margin: '0 0 0.3em' },
    '.embed > :last-child': { marginBlockEnd: 0 },
    '.embed .embed-image': { float: 'inline-end', width: '30%', margin: 0, marginInlineStart: '1.2em' },
    '.embed-image img': { display: 'block', borderRadius: radius },
    '.embed-title': { fontFamily: fonts.heading.fallback, fontWeight: 700 },
    '.embed-provider': { fontFamily: fonts.heading.fallback, fontSize: rem(screen.small) },
    '.equation': { ...space, overflowX: 'auto', overflowY: 'hidden', textAlign: 'center' },
    pre: {
      ...space,
      padding: '1em 1.2em',
      overflowX: 'auto',
      border: '1px solid',
      borderRadius: radius,
      fontSize: '0.8em',
      lineHeight: 1.6,
      textAlign: 'left',
      tabSize: 2,
    },
    'pre code': { display: 'inline-block', minWidth: '100%', fontSize: 'inherit' },
    '.marked': {
      // A block would add a line to the one that the line's own end makes.
      display: 'inline-block',
      width: 'calc(100% + 2.4em)',
      marginInline: '-1.2em',
      paddingInline: 'calc(1.2em - 3px) 1.2em',
      borderInlineStart: '3px solid',
    },
  }
}
