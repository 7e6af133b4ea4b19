import { builtInTags } from '../merge-tag.js'

/** Characters of a name at most. */
const longest = 64

/**
 * What a column's values are called as attributes: a name that can stand in a merge tag, in lower case, with low lines
 * for all else: `Favourite colour?` is `favourite_colour`. Undefined where no letter and no digit is left.
 */
export function attributeName(heading: string): string | undefined {
  const name = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
  if (name === '') return undefined
  // What a merge tag fills by itself would stand in the way of an attribute with its name.
  return /^\p{N}/u.test(name) || builtInTags.has(name) ? `_${name}` : name
}

/** Whether a name stands in a merge tag as it is. */
export const isAttributeName = (name: string): boolean =>
  name.length <= longest && /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(name) && !builtInTags.has(name)
