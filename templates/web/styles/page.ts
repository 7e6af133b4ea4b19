import type { CssBlock, CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { rem } from './lengths.js'

/** The page around the article: masthead, column, colophon. */
export function pageRules({ screen, fonts }: Tokens): CssRules {
  const small: CssBlock = { fontFamily: fonts.heading.fallback, fontSize: rem(screen.small), lineHeight: 1.5 }
  // A third of the gutter is left on a phone, where every letter counts.
  const column: CssBlock = {
    maxWidth: rem(screen.width),
    marginInline: 'auto',
    paddingInline: `max(${rem(screen.gutter / 2)}, calc(50vw - ${rem(screen.width / 2)}))`,
  }
  return {
    '*, ::before, ::after': { boxSizing: 'border-box' },
    html: { colorScheme: 'light dark', overflowWrap: 'break-word' },
    body: {
      margin: 0,
      fontFamily: fonts.body.fallback,
      fontSize: rem(screen.body),
      lineHeight: screen.leading / screen.body,
    },
    '.masthead, main, .colophon': { ...column, maxWidth: 'none' },
    '.masthead': {
      ...small,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      columnGap: '1.5em',
      borderBlockStart: `${rem(4)} solid`,
    },
    '.masthead p': { margin: 0, paddingBlock: '0.9em', fontWeight: 700 },
    '.masthead a': { textDecoration: 'none' },
    '.masthead a:hover': { textDecoration: 'underline' },
    'ul.ways': {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: '1.2em',
      margin: 0,
      paddingBlock: '0.9em',
      paddingInline: 0,
      listStyleType: 'none',
    },
    'ul.ways li': { margin: 0 },
    '.masthead img, .portraits img': {
      display: 'inline-block',
      marginBlock: 0,
      marginInline: '0 0.75em',
      verticalAlign: 'middle',
    },
    '.portraits img': { borderRadius: '50%' },
    main: { paddingBlock: '3em 4em' },
    '.colophon': { ...small, paddingBlock: '1.6em 2.4em', borderBlockStart: '1px solid' },
    '.colophon p': { margin: '0 0 0.4em' },
    // The publication's own words may run another way than the issue's.
    '.masthead p, .colophon p': { unicodeBidi: 'plaintext' },
    '.skip': {
      position: 'absolute',
      insetInlineStart: rem(screen.gutter / 2),
      insetBlockStart: '-4em',
      zIndex: 1,
      padding: '0.5em 1em',
      borderRadius: `0 0 ${rem(screen.radius)} ${rem(screen.radius)}`,
      ...small,
    },
    '.skip:focus': { insetBlockStart: 0 },
    ':focus-visible': { outlineOffset: '2px' },

    '.front': { marginBlockEnd: '2em', paddingBlockEnd: '1.4em', borderBlockEnd: '1px solid' },
    '.standfirst': { fontSize: '1.16em', lineHeight: 1.45, margin: '0 0 1.2em' },
    '.subtitle': { fontSize: '1.16em', margin: '0 0 0.8em' },
    '.portraits': { margin: '0 0 0.5em', lineHeight: 1 },
    '.byline, .affiliation, .date, .origin, .corrected': { ...small, margin: 0 },
    '.date': { marginBlockStart: '0.4em' },
    '.contents': { ...small, marginBlockEnd: '2em', paddingBlockEnd: '1em', borderBlockEnd: '1px solid' },
    '.contents > h2, .contents > h3': { fontSize: '1em', margin: '0 0 0.4em' },

    '.notes, .corrections, .disclosure, .source': {
      marginBlockStart: '2.4em',
      paddingBlockStart: '1.2em',
      borderBlockStart: '1px solid',
      fontSize: rem((screen.body + screen.small) / 2),
      lineHeight: 1.55,
    },
    '.corrections p': { margin: '0 0 0.6em' },
    'main > .corrections': {
      margin: '0 0 2.4em',
      paddingBlock: '0 1.2em',
      borderBlockStyle: 'none solid',
      borderBlockEndWidth: '1px',
    },
    ':is(.corrections, .disclosure) + :is(.disclosure, .source)': { marginBlockStart: '1.2em' },
    '.notes > :is(h2, h3), .disclosure > :is(h2, h3)': { margin: '0 0 0.5em', fontSize: '1em' },
    '.notes li': { marginBlockEnd: '0.6em' },
    '.backlink': { fontFamily: fonts.heading.fallback, textDecoration: 'none' },
  }
}
