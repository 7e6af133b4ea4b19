import type { CssRules } from '../css.js'
import { defaultTokens, type Palette } from '../tokens.js'
import { rem } from '../web/styles/lengths.js'

const { fonts, screen } = defaultTokens

/** The looks of the source, of findings and of the line that says where something leads. */
export const blockStyles = (palette: Palette): readonly CssRules[] => [layout, colours(palette)]

const layout: CssRules = {
  '.place': {
    gridArea: 'panes',
    alignSelf: 'end',
    justifySelf: 'start',
    zIndex: 2,
    maxWidth: '100%',
    margin: 0,
    padding: '0.25rem 0.75rem',
    borderBlockStart: '1px solid',
    borderInlineEnd: '1px solid',
    borderStartEndRadius: rem(screen.radius),
    fontSize: '0.8125rem',
    overflowWrap: 'anywhere',
  },
  '.place:empty': { display: 'none' },
  '.lines': {
    margin: '0.5rem 0',
    padding: '0.4rem 0',
    borderBlock: '1px solid',
    fontFamily: fonts.mono.fallback,
    fontSize: '0.75rem',
    lineHeight: 1.5,
    listStyleType: 'none',
  },
  '.lines li': {
    display: 'grid',
    gridTemplateColumns: '3.5ch minmax(0, 1fr)',
    gap: '0.75ch',
    paddingInline: '0.5ch',
    borderInlineStart: '3px solid transparent',
  },
  '.lines .number': { textAlign: 'end', userSelect: 'none' },
  '.lines code': {
    fontFamily: 'inherit',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    minHeight: '1.5em',
  },
  '.source-head': { paddingBlock: '0.75rem 0.5rem' },
  '.source-text': {
    maxHeight: 'max(20rem, calc(100vh - 14rem))',
    overflowY: 'auto',
    borderBlock: '1px solid',
  },
  '.source-text .lines': { margin: 0, border: 0 },
  '.source-head h2': { margin: 0, overflowWrap: 'anywhere' },
  '.source-head p': { margin: '0 0 0.5rem' },
  '.found h3': { margin: '1rem 0 0.35rem' },
  '.found ul': { margin: 0, padding: 0, listStyleType: 'none' },
  '.found li': { borderInlineStart: '3px solid', marginBlockEnd: '0.6rem', paddingInlineStart: '0.6rem' },
  '.found li > button': {
    display: 'block',
    width: '100%',
    padding: '0.2rem 0.4rem',
    border: '1px solid transparent',
    textAlign: 'start',
    backgroundColor: 'transparent',
    overflowWrap: 'anywhere',
  },
  '.found .where': { display: 'flex', flexWrap: 'wrap', gap: '0 0.75rem', paddingInlineStart: '0.4rem' },
  '.found .where > *': { display: 'inline-block', paddingBlock: '0.15rem', overflowWrap: 'anywhere' },
  '.found .excerpt:empty': { display: 'none' },
}

const colours = ({ ink, muted, accent, paper, panel, line, highlight, callout }: Palette): CssRules => ({
  '.place': { color: ink, backgroundColor: paper, borderColor: line },
  '.lines': { color: ink, backgroundColor: paper, borderColor: line },
  '.lines .number': { color: muted },
  '.lines .marked': { backgroundColor: highlight, borderColor: accent },
  '.lines .marked .number': { color: ink },
  '.source-text': { borderColor: line },
  '.found li > button': { color: ink },
  '.found li > button:hover, .found li > button[aria-pressed="true"]': {
    color: ink,
    backgroundColor: panel,
    borderColor: line,
  },
  '.found .error': { borderColor: callout.caution.bar },
  '.found .warning': { borderColor: callout.warning.bar },
  '.found .info': { borderColor: callout.note.bar },
})
