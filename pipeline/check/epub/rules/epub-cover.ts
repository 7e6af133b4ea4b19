import { coverOf } from '../../../../templates/cover/choice.js'
import type { BookRule } from '../checked-book.js'

/** Pixels of the smallest cover that Kindle takes (KDP, "Cover Image Guidelines": kdp.amazon.com/help/topic/G200645690). */
const least = { width: 625, height: 1000 }

/** A cover is large enough to be one. A book without a cover is as the publication wants it. */
export const epubCover: BookRule = ({ rendering }) => {
  const { width, height } = coverOf(rendering)?.asset ?? {}
  if (width === undefined || height === undefined) return []
  if (width >= least.width && height >= least.height) return []
  const reason = `Unexpected cover of ${width} × ${height} pixels, expected at least ${least.width} × ${least.height}: Kindle takes no smaller one; give a larger picture, or have a cover drawn`
  return [{ reason, key: 'cover' }]
}
