import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { rem } from './lengths.js'

/** What is to be downloaded, and how it gets onto a device. */
export const downloadRules = ({ screen, fonts }: Tokens): CssRules => ({
  '.downloads': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.6em',
    margin: '1.3em 0 0',
    padding: 0,
    listStyleType: 'none',
    fontFamily: fonts.heading.fallback,
    fontSize: rem(screen.small),
    lineHeight: 1.5,
  },
  '.downloads li': { margin: 0 },
  '.downloads a': {
    display: 'inline-block',
    padding: '0.35em 1em',
    border: '1px solid',
    borderRadius: rem(screen.radius),
    fontWeight: 700,
    textDecoration: 'none',
  },
  '.downloads a:hover': { textDecoration: 'underline' },
  '.downloads .size': { marginInlineStart: '0.3em', fontWeight: 400 },
  '.devices': {
    margin: '0.9em 0 0',
    padding: 0,
    border: 0,
    fontFamily: fonts.heading.fallback,
    fontSize: rem(screen.small),
    lineHeight: 1.5,
  },
  '.devices > summary': { fontWeight: 400 },
  '.devices dl': { margin: 0, maxWidth: '34em' },
  '.devices dd': { margin: '0 0 0.6em' },
})
