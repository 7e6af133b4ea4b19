import { type Stylesheet, toCss } from '../css.js'
import type { Tokens } from '../tokens.js'

/**
 * The looks of a book on a reader's own device. The reader chooses the typeface, the size, the line height and the
 * colours: nothing here sets them for running text, and borders take the text's own colour, so that night and sepia
 * hold. Margins at the side are percentages, and no rule uses a variable (Kindle and old Adobe engines know none).
 */
export const epubStyles = ({ fonts }: Tokens): Stylesheet => [text, front, blocks(fonts.mono.fallback), notes]

const text: Stylesheet[number] = {
  p: { margin: '0 0 0.8em', orphans: 2, widows: 2 },
  'h1, h2, h3, h4': {
    lineHeight: 1.25,
    textAlign: 'start',
    hyphens: 'none',
    breakAfter: 'avoid',
    pageBreakAfter: 'avoid',
    breakInside: 'avoid',
  },
  h1: { margin: '1em 0 0.5em', fontSize: '1.6em' },
  h2: { margin: '1.6em 0 0.5em', fontSize: '1.3em' },
  h3: { margin: '1.4em 0 0.4em', fontSize: '1.12em' },
  h4: { margin: '1.2em 0 0.3em', fontSize: '1em' },
}

const front: Stylesheet[number] = {}

const blocks = (_mono: string): Stylesheet[number] => ({})

const notes: Stylesheet[number] = {
  '.noteref': { fontSize: '0.75em', lineHeight: 0 },
}

/** The book's one stylesheet. */
export const epubStylesheet = (tokens: Tokens): string => toCss(epubStyles(tokens))
