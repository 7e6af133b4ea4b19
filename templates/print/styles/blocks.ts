import type { CssBlock, CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { points, type Scale } from '../scale.js'
import { hairline } from './text.js'

/** On grey paper the kinds of callouts are told apart by their bars, and by their labels where those name the kind. */
const bars: Readonly<Record<string, string>> = {
  note: 'solid',
  tip: 'dotted',
  important: 'double',
  warning: 'dashed',
  caution: 'solid',
}

/** Blocks between the paragraphs: lists, quotations, verse, callouts, cards. */
export function blockRules(tokens: Tokens, scale: Scale): CssRules {
  const { light, paper } = tokens
  const thin = `${hairline(paper.body)} solid ${light.line}`
  const small: CssBlock = {
    fontFamily: scale.families.heading,
    fontSize: scale.size('body', 0.92),
    lineHeight: scale.lines(1),
  }
  // A whole line, so that the text goes on in its lines, whatever stands beside whatever.
  const space: CssBlock = { marginBlock: scale.lines(1) }
  return {
    'ul, ol': { ...space, paddingInlineStart: '1.6em' },
    'li ul, li ol': { marginBlock: 0 },
    'li::marker': { color: light.muted, fontFamily: scale.families.heading },
    'li > p + p': { textIndent: '1.4em' },
    dl: space,
    dt: { fontWeight: 700, breakAfter: 'avoid' },
    dd: { marginInlineStart: '1.6em' },
    '.task-item': { listStyleType: 'none' },
    '.task': {
      display: 'inline-block',
      boxSizing: 'border-box',
      inlineSize: '0.85em',
      blockSize: '0.85em',
      marginInline: '-1.35em 0.35em',
      border: `${hairline(paper.body)} solid ${light.ink}`,
      textAlign: 'center',
      lineHeight: '0.7em',
      verticalAlign: '-0.05em',
    },
    blockquote: {
      ...space,
      borderInlineStart: `${points(paper.body / 7)} solid ${light.line}`,
      paddingInlineStart: '1.4em',
    },
    '.attribution': { ...small, textIndent: 0, breakBefore: 'avoid', color: light.muted },
    '.pullquote': {
      ...scale.wholeLines,
      ...space,
      paddingBlock: scale.lines(0.5),
      borderBlock: `${hairline(paper.body)} solid ${light.accent}`,
      fontFamily: scale.families.heading,
      fontSize: scale.size('h2', 1.15),
      lineHeight: scale.lines(1.35),
      color: light.accent,
      textWrap: 'balance',
      breakInside: 'avoid',
    },
    '.verse': { ...space, paddingInlineStart: '1.6em', breakInside: 'avoid' },
    '.verse > p + p': { marginBlockStart: scale.lines(1), textIndent: 0 },
    '.callout': {
      ...space,
      ...small,
      paddingBlock: scale.lines(0.5),
      paddingInline: '1.2em',
      borderInlineStart: `${points(paper.body / 3)} solid`,
    },
    // A long one may run on to the next page rather than leave half of this one empty.
    '.callout:not(:has(> :nth-child(4)))': { ...scale.wholeLines, breakInside: 'avoid' },
    '.callout-label, .summary': { fontWeight: 700, breakAfter: 'avoid' },
    '.summary + p': { textIndent: 0 },
    ':is(.callout, .details) > :is(ul, ol, dl)': { marginBlock: scale.lines(0.5) },
    ':is(.callout, .details) > :is(ul, ol, dl):last-child': { marginBlockEnd: 0 },
    ...Object.fromEntries(
      Object.entries(light.callout).flatMap(([kind, { bar, tint }]) => [
        [
          `.callout-${kind}`,
          {
            borderColor: bar,
            borderInlineStartStyle: bars[kind],
            // The gravest has the widest bar.
            borderInlineStartWidth: kind === 'caution' ? points(paper.body * 0.7) : undefined,
            backgroundColor: tint,
          },
        ],
        [`.callout-${kind} > .callout-label`, { color: bar }],
      ]),
    ),
    '.details': { ...space, border: thin, paddingBlock: scale.lines(0.5), paddingInline: '1.2em' },
    '.summary': { fontFamily: scale.families.heading },
    '.button': { ...scale.wholeLines, ...space, fontFamily: scale.families.heading, breakInside: 'avoid' },
    '.button a': {
      display: 'inline-block',
      border: `${hairline(paper.body)} solid ${light.accent}`,
      paddingInline: '1em',
      paddingBlock: scale.lines(0.2),
      fontWeight: 700,
      textDecoration: 'none',
    },
    '.button .address': { fontSize: scale.size('small'), color: light.muted },
    '.embed': {
      ...scale.wholeLines,
      ...space,
      ...small,
      display: 'flow-root',
      border: thin,
      paddingBlock: scale.lines(0.5),
      paddingInline: '1.2em',
      breakInside: 'avoid',
    },
    '.embed-image': { float: 'inline-end', inlineSize: '26%', marginInlineStart: '1.2em' },
    '.embed-image img': { display: 'block' },
    '.embed-title': { fontWeight: 700 },
    '.embed-title a': { textDecoration: 'none' },
    '.embed-provider': { fontSize: scale.size('small'), color: light.muted },
  }
}
