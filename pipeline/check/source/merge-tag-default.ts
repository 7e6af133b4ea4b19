import { elementsNamed } from '../../walk.js'
import type { ArticleRule } from './source-rule.js'

/** A merge tag has words for where there is no value: told once of each name. */
export const mergeTagDefault: ArticleRule = ({ tree }, report) => {
  const bare = elementsNamed(tree, 'mergetag').filter(({ properties }) => properties.default === undefined)
  for (const [name, { position }] of new Map(bare.toReversed().map(tag => [tag.properties.name, tag]))) {
    report(
      'merge-tag-default',
      `Unexpected merge tag \`${name}\` without a default, expected \`{{ ${name} | default: "words" }}\`, or a default in the config: readers without a value, and every format but the email, have nothing there`,
      position,
    )
  }
}
