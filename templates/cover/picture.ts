import type { Rendering } from '../rendering.js'
import { namedPicture, type OwnCover } from './choice.js'

/** Spread over the whole width, a smaller picture would show its points. */
const narrowest = 600

/** The first article's picture, where it is what a cover's art is made of. */
export function coverPicture(rendering: Rendering): OwnCover | undefined {
  const named = namedPicture(rendering)
  return named && named.asset.width >= narrowest ? named : undefined
}
