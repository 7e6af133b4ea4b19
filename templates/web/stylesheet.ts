import type { Stylesheet } from '../css.js'
import type { Tokens } from '../tokens.js'

/** A style sheet of the page, and the media it is for; undefined for all. */
export interface WebSheet {
  readonly media?: string
  readonly rules: Stylesheet
}

/** The page's looks, in order. */
export type WebStyles = (tokens: Tokens) => readonly WebSheet[]

export const webStyles: WebStyles = tokens => [
  { rules: [{ body: { color: tokens.light.ink, backgroundColor: tokens.light.paper } }] },
]
