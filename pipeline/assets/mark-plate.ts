import type { Pixels } from './image-encode.js'

/** Contrast that a graphic needs to be seen (WCAG 2.2, 1.4.11). */
const seen = 3
/** The share of a mark that must be seen on a ground: some of its colours may be near to it. */
const most = 0.9

/** The lightest ground that clients make of white in the dark: Outlook.com's. */
const recoloured = '#333333'

/**
 * The plate that a mark needs: none where it is opaque, or seen on both papers and on what clients make of them; else
 * the paper on which more of it is seen.
 *
 * @param pixels with alpha
 * @param papers the one it is made for, and the one it may find itself on
 */
export function plateFor(pixels: Pixels, papers: readonly [string, string]): string | undefined {
  const shares = [...papers, recoloured].map(ground => shareSeen(pixels, ground))
  if (isOpaque(pixels) || shares.every(share => share >= most)) return undefined
  const [first = 0, second = 0] = shares
  return second > first ? papers[1] : papers[0]
}

function isOpaque({ data }: Pixels): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false
  return true
}

/** A part of a picture, pixels. */
export interface Region {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a mark's ink is; a mark without any is all of it. */
export function inkOf({ data, info: { width, height } }: Pixels): Region {
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[4 * (y * width + x) + 3] ?? 0) < 16) continue
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = y
    }
  }
  if (right < 0) return { left: 0, top: 0, width, height }
  return { left, top, width: right - left + 1, height: bottom - top + 1 }
}

/** The share of a mark's ink that is seen on a ground. */
function shareSeen({ data }: Pixels, ground: string): number {
  const behind = luminance([1, 3, 5].map(at => Number.parseInt(ground.slice(at, at + 2), 16)))
  let ink = 0
  let out = 0
  for (let at = 0; at < data.length; at += 4) {
    // What is half clear is the edge of something.
    if ((data[at + 3] ?? 0) < 128) continue
    const own = luminance(data.subarray(at, at + 3))
    const ratio = (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05)
    ink += 1
    if (ratio >= seen) out += 1
  }
  return ink === 0 ? 1 : out / ink
}

/** Relative luminance (WCAG 2.2). */
function luminance(channels: ArrayLike<number>): number {
  const linear = (at: number) => {
    const part = (channels[at] ?? 0) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2)
}
