import type { CssBlock, CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { rem } from './lengths.js'

/** A page of several articles: its opening, its contents, and what is between them. */
export function issueRules({ screen, fonts }: Tokens): CssRules {
  const sans: CssBlock = { fontFamily: fonts.heading.fallback }
  return {
    '.issue-line': { ...sans, margin: '0 0 0.8em', fontSize: rem(screen.small), fontWeight: 700 },
    '.opening > h1': {
      margin: '0 0 0.35em',
      fontSize: `min(${rem(screen.title * 1.4)}, 12vw)`,
      lineHeight: 1.1,
    },
    '.opening': { marginBlockEnd: '1.6em', borderBlockEnd: 0 },
    '.section-title': { ...sans, margin: '0 0 0.6em', fontSize: rem(screen.small), fontWeight: 700 },
    '.issue-contents': { paddingBlock: '1.2em 0.4em', borderBlock: '1px solid', lineHeight: 1.4 },
    '.issue-contents > h2': {
      position: 'absolute',
      clipPath: 'inset(50%)',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
    },
    '.issue-contents ol': { margin: '0 0 1.2em', padding: 0, listStyleType: 'none' },
    '.issue-contents li': { margin: '0 0 0.6em' },
    '.issue-contents a': { fontSize: rem(screen.body), fontWeight: 700, textDecoration: 'none' },
    '.issue-contents a:hover': { textDecoration: 'underline' },
    '.issue-contents .names': { display: 'block' },
    // What opens a part has the line over it: the section where there is one.
    '.issue article, .issue > section': {
      marginBlockStart: '3.5em',
      paddingBlockStart: '1.4em',
      borderBlockStart: '2px solid',
    },
    '.issue > section > .section-title + article, .issue > .letter': {
      marginBlockStart: 0,
      paddingBlockStart: 0,
      borderBlockStartWidth: 0,
    },
    '.issue > .letter': { marginBlockStart: '3em' },
    '.back': { ...sans, margin: '2em 0 0', fontSize: rem(screen.small) },
  }
}
