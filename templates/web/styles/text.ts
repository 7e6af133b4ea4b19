import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { rem } from './lengths.js'

/** Headings, paragraphs and what stands in a line. */
export const textRules = ({ screen, fonts }: Tokens): CssRules => ({
  p: { margin: '0 0 1em' },
  'h1, h2, h3, h4, h5': { fontFamily: fonts.heading.fallback, fontWeight: 700, textWrap: 'balance' },
  // On a page of several articles their headings are a rank lower and look as they would alone: of two rules for an
  // element the later one holds.
  [within('h4', 'h5')]: {
    fontSize: rem(screen.h4),
    lineHeight: 1.35,
    margin: '1.4em 0 0.4em',
    fontStyle: 'italic',
  },
  [within('h3', 'h4')]: {
    fontSize: rem(screen.h3),
    lineHeight: 1.3,
    margin: '1.6em 0 0.5em',
    fontStyle: 'normal',
  },
  [within('h2', 'h3')]: { fontSize: rem(screen.h2), lineHeight: 1.25, margin: '1.8em 0 0.6em' },
  // The column of a phone is too narrow for the whole size.
  [within('h1', 'h2')]: {
    fontSize: `min(${rem(screen.title)}, 9vw)`,
    lineHeight: 1.18,
    margin: '0 0 0.5em',
  },
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

/** A heading, and the one that stands for it in an issue of several articles. */
const within = (alone: string, amongSeveral: string) => `${alone}, :where(.issue) ${amongSeveral}`

/** What words of another script stand in; no rule of theirs outweighs one that gives a size. */
const holders = 'article, p, ul, ol, dl, blockquote, span, bdi'

const naskh = (selector: (lang: string) => string) => ['ar', 'fa', 'ur'].map(selector).join(', ')
