import type { CssBlock, CssRules } from '../../css.js'

/** No hyphen where it would mislead: headings, verse, code. */
export const unhyphenated: CssBlock = { EpubHyphens: 'none', WebkitHyphens: 'none', hyphens: 'none' }

/** Named twice: once, and browsers take 13 px for its 1em. */
const mono = 'monospace, monospace'

/** A rule of the text's own colour. */
export const hairline = '1px solid currentColor'

/** Kept on one page: EPUB's engines know the old name, browsers the new one. */
export const whole: CssBlock = { pageBreakInside: 'avoid', breakInside: 'avoid' }

/** No end of a page after it. */
export const withNext: CssBlock = { pageBreakAfter: 'avoid', breakAfter: 'avoid' }

/** Headings, paragraphs and what stands in a line. */
export const textRules: CssRules = {
  body: {
    EpubHyphens: 'auto',
    WebkitHyphens: 'auto',
    hyphens: 'auto',
    // A long address would run off a narrow page.
    overflowWrap: 'break-word',
  },
  p: { margin: '0 0 0.8em', orphans: 2, widows: 2 },
  'h1, h2, h3, h4': { ...unhyphenated, ...whole, ...withNext, lineHeight: 1.25, textAlign: 'start' },
  h1: { margin: '0 0 0.5em', fontSize: '1.7em' },
  h2: { margin: '1.8em 0 0.6em', fontSize: '1.3em' },
  h3: { margin: '1.5em 0 0.5em', fontSize: '1.12em' },
  h4: { margin: '1.3em 0 0.4em', fontSize: '1em', fontStyle: 'italic' },
  // Kindle and Kobo set some links in the text's colour: the line says that there is one.
  a: { textDecoration: 'underline' },
  'nav a, .noteref a': { textDecoration: 'none' },
  'nav ol': { margin: '0 0 0.5em', listStyleType: 'none' },
  'nav > ol': { paddingLeft: 0, paddingRight: 0 },
  'nav li': { margin: '0.4em 0' },
  // Raised or lowered without pushing the lines apart.
  'sub, sup': { fontSize: '0.7em', lineHeight: 0 },
  'code, kbd, pre': { ...unhyphenated, fontFamily: mono, fontSize: '0.85em' },
  kbd: { padding: '0 0.3em', border: hairline, borderRadius: '0.2em' },
  // A marker's yellow would keep its own ink at night.
  mark: { color: 'inherit', backgroundColor: 'transparent', borderBottom: '2px solid currentColor' },
  abbr: { textDecoration: 'none' },
  img: { maxWidth: '100%', height: 'auto' },
  '.inline-image': { width: 'auto', height: '0.9em', verticalAlign: '-0.08em' },
  '.missing-image': { fontStyle: 'italic' },
}
