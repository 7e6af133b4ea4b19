import type { ArticleRule } from './source-rule.js'

/** The words of an article whose licence allows no change are those that were brought in. */
export const sourceChanged: ArticleRule = ({ isUnaltered, places }, report) => {
  if (isUnaltered !== false) return
  report(
    'source-changed',
    'Unexpected words that are not those of the article as it was brought in, whose licence asks for the same; undo the change, or take `fingerprint` out of `source` if you may change it',
    places?.source,
  )
}
