import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { rem } from './lengths.js'

/** Headings, paragraphs and what stands in a line. */
export const textRules = ({ screen, fonts }: Tokens): CssRules => ({
  p: { margin: '0 0 1em' },
  'h1, h2, h3, h4': { fontFamily: fonts.heading.fallback, fontWeight: 700, textWrap: 'balance' },
  // The column of a phone is too narrow for the whole size.
  h1: { fontSize: `min(${rem(screen.title)}, 9vw)`, lineHeight: 1.18, margin: '0 0 0.5em' },
  h2: { fontSize: rem(screen.h2), lineHeight: 1.25, margin: '1.8em 0 0.6em' },
  h3: { fontSize: rem(screen.h3), lineHeight: 1.3, margin: '1.6em 0 0.5em' },
  h4: { fontSize: rem(screen.h4), lineHeight: 1.35, margin: '1.4em 0 0.4em', fontStyle: 'italic' },
  a: { textUnderlineOffset: '0.18em', textDecorationThickness: '0.06em' },
  'a:hover': { textDecorationThickness: '0.12em' },
  'sub, sup': { fontSize: '0.7em', lineHeight: 0 },
  '.noteref a': { paddingBlock: '0.3em', fontFamily: fonts.heading.fallback, textDecoration: 'none' },
  'code, kbd, pre': { fontFamily: fonts.mono.fallback, fontSize: '0.86em', hyphens: 'none' },
  ':not(pre) > code': { padding: '0.1em 0.3em', borderRadius: rem(screen.radius) },
  kbd: {
    padding: '0.05em 0.4em',
    border: '1px solid',
    borderBlockEndWidth: '2px',
    borderRadius: rem(screen.radius),
  },
  mark: { padding: '0.05em 0.1em' },
  'abbr[title]': { textUnderlineOffset: '0.2em' },
  math: { fontFamily: fonts.math.fallback, fontSize: '1.05em' },
  'ruby > rt': { fontSize: '0.5em' },
  // Naskh is drawn small for its size: what is in it grows once, and headings keep their own sizes.
  [naskh(lang => `body:lang(${lang})`)]: { fontSize: rem(screen.body * 1.12) },
  [naskh(lang => `:where(${holders}):where(:lang(${lang}))`)]: { fontSize: '1.12em' },
  [naskh(lang => `:where(:lang(${lang}) :is(${holders})):where(:lang(${lang}))`)]: { fontSize: 'inherit' },
  img: { maxWidth: '100%', height: 'auto' },
  '.inline-image': { width: 'auto', height: '0.9em', verticalAlign: '-0.08em', borderRadius: '0.25em' },
  '.missing-image': { fontStyle: 'italic' },
})

/** What words of another script stand in; no rule of theirs outweighs one that gives a size. */
const holders = 'article, p, ul, ol, dl, blockquote, span, bdi'

const naskh = (selector: (lang: string) => string) => ['ar', 'fa', 'ur'].map(selector).join(', ')
