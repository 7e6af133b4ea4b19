import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { points, type Scale } from '../scale.js'

/** Code, wrapped where it is too long, its marked lines with a bar that grey paper keeps. */
export const codeRules = ({ light, paper }: Tokens, scale: Scale): CssRules => ({
  pre: {
    marginBlock: scale.lines(1),
    paddingBlock: scale.lines(0.5),
    paddingInline: '1.2em',
    backgroundColor: light.panel,
    fontSize: scale.size('small'),
    lineHeight: scale.lines(0.85),
    whiteSpace: 'pre-wrap',
    tabSize: 4,
    orphans: 3,
    widows: 3,
    boxDecorationBreak: 'clone',
  },
  'pre code': { fontSize: 'inherit', lineHeight: 'inherit' },
  '.marked': {
    // A block would add a line to the one that the line's own end makes.
    display: 'inline-block',
    boxSizing: 'border-box',
    inlineSize: 'calc(100% + 2.4em)',
    marginInline: '-1.2em',
    paddingInline: `calc(1.2em - ${points(paper.body / 3)}) 1.2em`,
    borderInlineStart: `${points(paper.body / 3)} solid ${light.accent}`,
    backgroundColor: light.highlight,
  },
  ...Object.fromEntries(Object.entries(light.code).map(([kind, color]) => [`.code-${kind}`, { color }])),
})
