import type { Tokens } from '../tokens.js'
import { families } from './style.js'

type Face = 'body' | 'heading' | 'mono'

/** A way of setting type: face, size and leading in px, weight or slope. */
export interface TypeStyle {
  readonly face: Face
  readonly size: number
  readonly leading: number
  readonly variant?: 'bold' | 'italic'
}

/** CSS px between two paragraphs of the column. */
export const columnRhythm = 18
/** CSS px on each side of the text on a telephone, where the theme's gutter would be wide. */
export const narrowGutter = 20
/** CSS px on each side of a table's cell there. */
export const narrowCell = 3
/** CSS px that the smallest telephone designed for leaves for the text. */
export const telephoneWidth = 320 - 2 * narrowGutter

/** Leadings by what is set, as a multiple of the size. */
const tight = 1.22
const even = 1.4
const loose = 1.52

const set = (face: Face, size: number, ratio: number, variant?: 'bold' | 'italic'): TypeStyle => ({
  face,
  size,
  leading: Math.round(size * ratio),
  ...(variant ? { variant } : {}),
})

/** Every way in which an email sets type, from the few sizes of the theme. */
export const typeScale = ({ screen }: Tokens) =>
  ({
    body: { face: 'body', size: screen.body, leading: screen.leading },
    title: set('body', screen.title, tight, 'bold'),
    /** The title on a telephone, and that of an article among several. */
    smallTitle: set('body', screen.title - 6, tight, 'bold'),
    subtitle: set('body', screen.h2 - 2, 1.3),
    standfirst: set('body', screen.body + 2, 1.45, 'italic'),
    h2: set('heading', screen.h2, tight, 'bold'),
    h3: set('heading', screen.h3, tight, 'bold'),
    h4: set('heading', screen.h4, tight, 'bold'),
    pullquote: set('body', screen.h2 + 2, 1.3, 'italic'),
    /** The publication's name in the masthead. */
    name: set('heading', screen.h3 - 1, 1.25, 'bold'),
    byline: set('heading', screen.small + 1, 1.45),
    /** Captions, attributions, the line under a card. */
    caption: set('heading', screen.small, even),
    credit: set('heading', screen.small, even, 'italic'),
    /** The first line of a callout or a list of contents. */
    label: set('heading', screen.small + 2, even, 'bold'),
    /** Over the notes and the disclosure. */
    sectionLabel: set('heading', screen.small + 1, even, 'bold'),
    /** Footnotes and the disclosure. */
    note: set('body', screen.small + 1, loose),
    /** A card's description. */
    description: set('body', screen.small + 2, loose),
    cardTitle: set('heading', screen.h4, 1.33, 'bold'),
    table: set('heading', screen.small + 1, even),
    smallTable: set('heading', screen.small, even),
    button: set('heading', screen.body - 1, 1.3, 'bold'),
    code: set('mono', screen.small, loose),
    inlineCode: set('mono', screen.body - 3, 1),
    key: set('mono', screen.body - 4, 1),
    footer: set('heading', screen.small - 1, loose),
    /** Signs off the line: note numbers, subscripts. */
    offLine: set('body', screen.small - 2, 1),
  }) as const satisfies Record<string, TypeStyle>

type StyleName = keyof ReturnType<typeof typeScale>

/** Languages in scripts that have no italics: what engines make of them leans, in Arabic and Hebrew the wrong way. */
const upright =
  /^(?:ar|fa|ur|ps|sd|ug|ckb|he|yi|dv|ja|zh|yue|ko|th|lo|km|my|hi|bn|ta|te|ml|kn|gu|pa|mr|ne|si|ka|hy|am)(?:-(?!Latn)|$)/i

/**
 * The `font` shorthand of a style: one declaration where five would cost each block a hundred bytes.
 *
 * @param lang BCP 47, of words that would be set in italics
 */
export function font(tokens: Tokens, name: StyleName, lang = ''): string {
  const { face, size, leading, variant }: TypeStyle = typeScale(tokens)[name]
  const shape = variant === 'italic' && upright.test(lang) ? undefined : variant
  return `${shape ? `${shape} ` : ''}${size}px/${leading}px ${families(tokens, face)}`
}

/** The same without a leading, for signs in a line whose leading is the line's. */
export function fontInLine(tokens: Tokens, name: StyleName): string {
  const { face, size }: TypeStyle = typeScale(tokens)[name]
  return `${size}px ${families(tokens, face)}`
}

/** The same as attributes of an MJML component. */
export function fontAttributes(tokens: Tokens, name: StyleName) {
  const { face, size, leading }: TypeStyle = typeScale(tokens)[name]
  return {
    'font-family': families(tokens, face),
    'font-size': `${size}px`,
    'line-height': `${leading}px`,
  }
}
