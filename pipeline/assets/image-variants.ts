import type { Format } from '../article.js'

/** What a format asks of a picture. */
export interface VariantRules {
  /** The widest that it is shown, CSS px. */
  readonly shown: number
  /** The widest that its file is, pixels. */
  readonly width: number
  /** The most pixels in all. */
  readonly area: number
  /** Above this many bytes a file that would do is made anew, to see whether it gets smaller. */
  readonly bytes: number
  /** Whether it may be larger than `bytes` when nothing helps. */
  readonly hard: boolean
  /** Transparency stays; otherwise the picture is laid on the theme's paper, for readers at night see dark behind it. */
  readonly alpha: boolean
  /** The bytes up to which an animated GIF moves; above them its first picture stands. */
  readonly moves: number
  /** A progressive JPEG will do. */
  readonly progressive: boolean
  /** JPEG quality, 1 to 100. */
  readonly quality: number
}

/** The one table of what pictures become in each format. */
export const variantRules: Readonly<Record<Format, VariantRules>> = {
  // Twice the 600 px that the widest email has; the Word engine of Outlook reads baseline JPEG only with certainty.
  email: {
    shown: 600,
    width: 1200,
    area: 4_000_000,
    bytes: 400_000,
    hard: false,
    alpha: false,
    moves: 1_000_000,
    progressive: false,
    quality: 80,
  },
  // 300 dots per inch over a line of six inches, which is A4's.
  pdf: {
    shown: 576,
    width: 1800,
    area: 8_000_000,
    bytes: 2_000_000,
    hard: false,
    alpha: true,
    moves: 0,
    progressive: true,
    quality: 85,
  },
  // Apple Books takes 5.6 million pixels, Kobo 5 MB; Kindle wants covers 2,560 high and no transparency.
  epub: {
    shown: 800,
    width: 2560,
    area: 5_600_000,
    bytes: 5_000_000,
    hard: true,
    alpha: false,
    moves: 0,
    progressive: true,
    quality: 85,
  },
  web: {
    shown: 800,
    width: 1600,
    area: 8_000_000,
    bytes: 1_000_000,
    hard: false,
    alpha: true,
    moves: 5_000_000,
    progressive: true,
    quality: 80,
  },
}

/** Pixels of a file, and CSS pixels that it is shown at. */
export interface VariantSize {
  readonly width: number
  readonly height: number
  readonly shownWidth: number
  readonly shownHeight: number
}

/**
 * The size of a variant. A picture of points is never made larger than it is; one of lines (SVG) is drawn at as many
 * pixels as the format has use for, which is twice as many as it is shown at, or `rules.width`.
 *
 * @param natural the source's size as it is seen, turned upright: pixels, for SVG CSS px
 * @param lines whether it is drawn from lines
 */
export function variantSize(
  natural: { width: number; height: number },
  lines: boolean,
  rules: VariantRules,
): VariantSize {
  const shownWidth = Math.min(natural.width, rules.shown)
  const most = lines ? Math.round((shownWidth * rules.width) / rules.shown) : natural.width
  const ratio = natural.height / natural.width
  const byArea = Math.sqrt(rules.area / ratio)
  const width = Math.max(1, Math.floor(Math.min(most, rules.width, byArea)))
  return {
    width,
    height: Math.max(1, Math.round(width * ratio)),
    shownWidth: Math.max(1, Math.round(shownWidth)),
    shownHeight: Math.max(1, Math.round(shownWidth * ratio)),
  }
}
