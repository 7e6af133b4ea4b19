import { contrast } from './cover/colours.js'
import { markedLine } from './email/mixed.js'
import type { Palette } from './tokens.js'

/** The contrast that running text keeps to its ground (WCAG 2.2, 1.4.3). */
export const legible = 4.5

/** A text on the ground that a format sets it on. */
export interface TextOnGround {
  /** In words, as the end of "contrast of". */
  readonly name: string
  /** The token of the text, below the palette: `code.keyword`. */
  readonly text: string
  /** The tokens that make the ground: one, or two that are mixed. */
  readonly ground: readonly string[]
  /** 1 to 21. */
  readonly ratio: number
}

/** Every text of a palette on every ground that it stands on. */
export function textsOnGrounds(palette: Palette): readonly TextOnGround[] {
  const { ink, muted, accent, onAccent, paper, ground, panel, highlight, callout, code } = palette
  const marked = markedLine(palette)
  const pair = (name: string, [text, on]: readonly [string, string], ...tokens: readonly string[]) => {
    const [token = '', ...grounds] = tokens
    return { name, text: token, ground: grounds, ratio: contrast(text, on) }
  }
  return [
    pair('text on the paper', [ink, paper], 'ink', 'paper'),
    pair('text on a panel', [ink, panel], 'ink', 'panel'),
    pair('marked text', [ink, highlight], 'ink', 'highlight'),
    pair('plain code on a marked line', [ink, marked], 'ink', 'highlight', 'panel'),
    pair('notes on the paper', [muted, paper], 'muted', 'paper'),
    pair('the footer around the sheet', [muted, ground], 'muted', 'ground'),
    pair('links on the paper', [accent, paper], 'accent', 'paper'),
    pair('links on a panel', [accent, panel], 'accent', 'panel'),
    pair('the words of a button', [onAccent, accent], 'onAccent', 'accent'),
    ...Object.entries(callout).flatMap(([kind, { tint }]) => [
      pair(`text in a callout (${kind})`, [ink, tint], 'ink', `callout.${kind}.tint`),
      pair(`links in a callout (${kind})`, [accent, tint], 'accent', `callout.${kind}.tint`),
      pair(`attributions in a callout (${kind})`, [muted, tint], 'muted', `callout.${kind}.tint`),
    ]),
    ...Object.entries(code).flatMap(([kind, colour]) => [
      pair(`code (${kind}) on a panel`, [colour, panel], `code.${kind}`, 'panel'),
      pair(`code (${kind}) on a marked line`, [colour, marked], `code.${kind}`, 'highlight', 'panel'),
    ]),
  ]
}
