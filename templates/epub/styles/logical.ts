import type { CssBlock, CssRules, CssValue } from '../../css.js'

/**
 * Rules that hold in lines from top to bottom too, as a reader of Japanese may set them: what is written for the four
 * sides of a page is said once more for the sides of the text (CSS Logical Properties 1), which stands after it and wins
 * where it is known. Older engines, Adobe's and Kindle's among them, know the page's sides alone.
 */
export const logical = (rules: CssRules): CssRules =>
  Object.fromEntries(Object.entries(rules).map(([selector, block]) => [selector, turned(block)]))

function turned(block: CssBlock): CssBlock {
  const added: Record<string, CssValue> = {}
  for (const [name, value] of Object.entries(block) as [string, CssValue][]) {
    if (name === 'margin' || name === 'padding') Object.assign(added, edges(name, String(value)))
    const turnedName = lengths[name]
    if (turnedName) added[turnedName] = value
    const [, property, side, rest] = /^(margin|padding|border)(Top|Bottom)(.*)$/.exec(name) ?? []
    if (property) added[`${property}Block${side === 'Top' ? 'Start' : 'End'}${rest}`] = value
  }
  // A line above or below would else stand beside the text as well, where it was written for the page's side.
  if (block.borderTop ?? block.borderBottom) added.borderInline = 0
  return { ...block, ...added }
}

const lengths: Readonly<Record<string, string>> = {
  width: 'inlineSize',
  height: 'blockSize',
  maxWidth: 'maxInlineSize',
  maxHeight: 'maxBlockSize',
}

/** One to four lengths of a shorthand, as CSS counts them: the top, the sides, the bottom, the left. */
function edges(name: 'margin' | 'padding', value: string): Record<string, string> {
  const [top = '0', right = top, bottom = top, left = right] = value.split(' ')
  return {
    [`${name}Block`]: top === bottom ? top : `${top} ${bottom}`,
    [`${name}Inline`]: left === right ? left : `${left} ${right}`,
  }
}
