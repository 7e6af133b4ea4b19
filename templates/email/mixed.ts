import type { Palette } from '../tokens.js'

/** A colour between two, as six-digit hex: `share` of the first, from 0 to 1. */
function mixed(first: string, second: string, share: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16)
  const parts = [1, 3, 5].map(at =>
    Math.round(channel(first, at) * share + channel(second, at) * (1 - share))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${parts.join('')}`
}

/**
 * The ground of a marked line of code: the highlight, thinned with the panel it stands on, for the colours of code keep
 * 4.5:1 on the panel and not on the highlight, least of all where a client turns both round.
 */
export const markedLine = ({ highlight, panel }: Palette): string => mixed(highlight, panel, 0.4)
