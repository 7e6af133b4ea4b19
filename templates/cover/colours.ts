import type { Palette } from '../tokens.js'

/** The colours of a cover, all of them the theme's or between two of them. */
export interface CoverColours {
  /** Behind the words. */
  readonly ground: string
  readonly ink: string
  readonly quiet: string
  readonly accent: string
  /** The sheet that is folded: its three faces by the light that falls on them, and what is behind it. */
  readonly faces: readonly [lit: string, half: string, shaded: string]
  readonly behind: string
}

/** The colours of a theme's cover. What surrounds the theme's paper is its ground where words can be read on it. */
export function coverColours({ ink, muted, accent, paper, ground }: Palette): CoverColours {
  const legible = [ink, muted, accent].every(colour => contrast(colour, ground) >= 4.5)
  return {
    ground: legible ? ground : paper,
    ink,
    quiet: muted,
    accent: contrast(accent, legible ? ground : paper) >= 4.5 ? accent : ink,
    faces: [mixed(accent, paper, 0.14), accent, mixed(accent, ink, 0.45)],
    behind: mixed(accent, legible ? ground : paper, 0.72),
  }
}

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))

/** A colour on the way from one to another. @param part of the way, 0 to 1 */
export function mixed(from: string, to: string, part: number): string {
  const end = channels(to)
  const parts = channels(from).map((value, at) => Math.round(value + ((end[at] ?? 0) - value) * part))
  return `#${parts.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map(value => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
