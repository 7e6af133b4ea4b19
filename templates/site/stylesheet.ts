import type { CssRules } from '../css.js'
import type { Palette, Tokens } from '../tokens.js'
import { rem } from '../web/styles/lengths.js'
import { type WebSheet, webStyles } from '../web/stylesheet.js'

/** The looks of the pages around the issues: those of an issue's page, and what an archive has besides. */
export const siteStyles = (tokens: Tokens): readonly WebSheet[] => [
  ...webStyles(tokens),
  { rules: [siteRules(tokens), siteColours(tokens.light)] },
  { media: 'screen and (prefers-color-scheme: dark)', rules: [siteColours(tokens.dark)] },
  { media: `(min-width: ${rem(wide(tokens))})`, rules: [wideRules(tokens)] },
  { media: 'print', rules: [paperRules] },
]

/** The width from which pictures stand beside words. */
const wide = ({ screen }: Tokens) => screen.width + 2 * screen.gutter

function siteRules({ screen, fonts }: Tokens): CssRules {
  const sans = { fontFamily: fonts.heading.fallback }
  const width = screen.width * 1.5
  const column = `max(${rem(screen.gutter / 2)}, calc(50vw - ${rem(width / 2)}))`
  return {
    '.title': { borderBlockStart: `${rem(4)} solid`, paddingBlock: '3.5em 2.5em', paddingInline: column },
    '.title h1': { margin: '0 0 0.3em', fontSize: `min(${rem(screen.title * 1.6)}, 12vw)`, lineHeight: 1.1 },
    '.title h1 img': { verticalAlign: 'middle', marginInlineEnd: '0.35em' },
    '.title .standfirst': { margin: 0, maxWidth: '34em' },
    '.title .ways': { ...sans, fontSize: rem(screen.small), fontWeight: 700, paddingBlock: '1.2em 0' },
    '.title + main, .title ~ .colophon': { paddingInline: column },
    '.newest > h2, .year > h2': { ...sans, margin: '0 0 1em', fontSize: rem(screen.small), lineHeight: 1.5 },
    '.year': { marginBlockStart: '3em', paddingBlockStart: '1.2em', borderBlockStart: '1px solid' },
    '.year ol': { margin: 0, padding: 0, listStyleType: 'none' },
    '.year li': { margin: 0 },
    '.year li + li': { marginBlockStart: '2.2em' },
    // All of an entry leads where its title does.
    '.entry': { position: 'relative' },
    '.entry h3 a': { textDecoration: 'none' },
    '.entry h3 a::after': { content: '""', position: 'absolute', inset: 0 },
    '.entry:hover h3 a': { textDecoration: 'underline' },
    '.newest .picture': { marginBlockEnd: '1em' },
    '.year .entry': { display: 'grid', gridTemplateColumns: '5.5rem 1fr', columnGap: rem(screen.gutter / 2) },
    '.year .picture': { marginBlockStart: '0.3em' },
    '.entry img': { display: 'block', width: '100%', border: '1px solid', borderRadius: rem(screen.radius) },
    '.entry h3': { margin: '0 0 0.25em', lineHeight: 1.25 },
    '.year h3': { fontSize: rem(screen.h3) },
    '.newest h3': { fontSize: `min(${rem(screen.title)}, 9vw)`, lineHeight: 1.18 },
    '.entry .issue-line': { margin: '0 0 0.3em' },
    '.entry .subtitle': { margin: '0 0 0.4em', fontSize: '1em' },
    '.entry .gist': { margin: '0 0 0.5em', lineHeight: 1.5 },
    '.year .gist': { fontSize: rem((screen.body + screen.small) / 2) },
    '.entry .names': { ...sans, margin: 0, fontSize: rem(screen.small), lineHeight: 1.5 },
    '.address': { ...sans, fontSize: rem(screen.small), overflowWrap: 'anywhere' },
  }
}

const siteColours = (palette: Palette): CssRules => ({
  '.title': { borderColor: palette.accent, backgroundColor: palette.ground },
  '.year, .entry img': { borderColor: palette.line },
  '.entry h3 a': { color: palette.ink },
  '.newest > h2, .year > h2': { color: palette.muted },
})

const paperRules: CssRules = {
  '.title, .title + main, .title ~ .colophon': { paddingInline: 0 },
  '.title': { backgroundColor: 'transparent' },
  '.entry': { breakInside: 'avoid' },
}

const wideRules = ({ screen }: Tokens): CssRules => ({
  '.newest .entry': {
    display: 'grid',
    gridTemplateColumns: '11fr 9fr',
    columnGap: rem(screen.gutter),
    alignItems: 'center',
  },
  '.year': { display: 'grid', gridTemplateColumns: '5rem 1fr', columnGap: rem(screen.gutter) },
  '.year .entry': { gridTemplateColumns: '12rem 1fr', columnGap: rem(screen.gutter) },
  '.newest .picture': { margin: 0 },
  '.year h3': { fontSize: rem(screen.h2) },
})
