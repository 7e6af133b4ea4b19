import type { CssBlock, CssRules } from '../css.js'
import type { Palette, Tokens } from '../tokens.js'
import { colourRules } from '../web/styles/colours.js'
import { rem } from '../web/styles/lengths.js'
import { pageRules } from '../web/styles/page.js'
import { phoneRules } from '../web/styles/phone.js'
import { textRules } from '../web/styles/text.js'
import type { WebSheet } from '../web/stylesheet.js'

/** The looks of the public server's pages: those of the web edition, and what a form has besides. */
export const serveStyles = (tokens: Tokens): readonly WebSheet[] => [
  {
    rules: [
      pageRules(tokens),
      textRules(tokens),
      formRules(tokens),
      colourRules(tokens.light),
      formColours(tokens.light),
    ],
  },
  {
    media: 'screen and (prefers-color-scheme: dark)',
    rules: [colourRules(tokens.dark), formColours(tokens.dark)],
  },
  { media: '(max-width: 30em)', rules: [phoneRules(tokens), phoneForm] },
]

function formRules({ screen, fonts }: Tokens): CssRules {
  const sans: CssBlock = { fontFamily: fonts.heading.fallback }
  const small: CssBlock = { ...sans, fontSize: rem(screen.small), lineHeight: 1.5 }
  return {
    // The foot of a short page stands at the foot of the window.
    body: { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
    '.masthead, main, .colophon': { width: '100%', marginInline: 0 },
    '.masthead p': { minWidth: 0 },
    main: { flexGrow: 1 },
    '.standfirst': { textWrap: 'pretty', unicodeBidi: 'plaintext' },
    '.mailbox': { ...sans, fontWeight: 700, overflowWrap: 'anywhere' },
    form: { margin: '1.6em 0' },
    '.field': { margin: '0 0 1.2em' },
    label: { ...sans, display: 'block', margin: '0 0 0.3em', fontSize: rem(screen.small), fontWeight: 700 },
    '.optional': { fontWeight: 400 },
    input: {
      ...sans,
      display: 'block',
      width: '100%',
      maxWidth: '28em',
      padding: '0.6em 0.75em',
      border: '1px solid',
      borderRadius: rem(screen.radius),
      fontSize: '1em',
      lineHeight: 1.3,
    },
    '.hint, .privacy': { ...small, margin: '0.4em 0 0', maxWidth: '42em', textWrap: 'pretty' },
    'button + .hint': { marginBlockStart: '1em' },
    '.privacy': { marginBlockStart: '2.4em', paddingBlockStart: '1.2em', borderBlockStart: '1px solid' },
    '.fault, .done': {
      ...sans,
      maxWidth: '35em',
      margin: '0 0 1em',
      padding: '0.6em 1em',
      borderInlineStart: '3px solid',
      lineHeight: 1.45,
    },
    button: {
      ...sans,
      padding: '0.7em 1.5em',
      border: '1px solid',
      borderRadius: rem(screen.radius),
      fontSize: '1em',
      fontWeight: 700,
      lineHeight: 1.3,
      cursor: 'pointer',
    },
    'button:hover': { textDecoration: 'underline', textUnderlineOffset: '0.18em' },
    section: { marginBlockStart: '2.4em', paddingBlockStart: '1.6em', borderBlockStart: '1px solid' },
    'section > :is(form, p):last-child': { marginBlockEnd: 0 },
    'section > form': { marginBlockStart: 0 },
    'section h2': { margin: '0 0 0.5em', fontSize: rem(screen.h3), lineHeight: 1.3 },
    '.facts': {
      ...sans,
      display: 'grid',
      gridTemplateColumns: 'minmax(8em, max-content) 1fr',
      margin: '0 0 1.2em',
      fontSize: rem((screen.body + screen.small) / 2),
      lineHeight: 1.45,
    },
    '.facts :is(dt, dd)': { margin: 0, paddingBlock: '0.5em', borderBlockStart: '1px solid' },
    '.facts dt': { paddingInlineEnd: '1.6em' },
    '.facts dd': { overflowWrap: 'anywhere' },
    address: { fontStyle: 'normal', whiteSpace: 'pre-line' },
  }
}

const formColours = (palette: Palette): CssRules => ({
  input: { color: palette.ink, backgroundColor: palette.paper, borderColor: palette.muted },
  'button.main': { color: palette.onAccent, backgroundColor: palette.accent, borderColor: palette.accent },
  'button.quiet': { color: palette.ink, backgroundColor: palette.paper, borderColor: palette.muted },
  '.fault': {
    color: palette.ink,
    backgroundColor: palette.callout.caution.tint,
    borderColor: palette.callout.caution.bar,
  },
  '.done': {
    color: palette.ink,
    backgroundColor: palette.callout.tip.tint,
    borderColor: palette.callout.tip.bar,
  },
  'section, .privacy, .facts :is(dt, dd)': { borderColor: palette.line },
  '.hint, .privacy, .facts dt, .optional': { color: palette.muted },
})

const phoneForm: CssRules = {
  input: { maxWidth: 'none' },
  '.field + button, form > button': { width: '100%' },
  '.facts': { gridTemplateColumns: '1fr' },
  '.facts dt': { paddingBlockEnd: 0 },
  '.facts dd': { paddingBlockStart: 0, borderBlockStart: '0' },
}
