import { elementsNamed, wordsOf } from '../../walk.js'
import { plainWords } from './plain-words.js'
import { shown } from './shown.js'
import type { ArticleRule } from './source-rule.js'

/**
 * Headings under the same heading have words of their own: a list of contents shows them one below the other (WCAG 2.2,
 * 2.4.6). Under different ones they may repeat: "Ingredients" in each recipe. Of the lowest level nothing is said, for
 * headings that were written at different levels have been brought to it.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels.html
 */
export const headingRepeated: ArticleRule = ({ tree }, report) => {
  // The words of headings seen under the heading that is open at each level.
  const open: Map<string, number | undefined>[] = [new Map()]
  for (const heading of elementsNamed(tree, 'h2', 'h3')) {
    const depth = Number(heading.tagName.slice(1)) - 2
    open.length = Math.min(open.length, depth + 1)
    const siblings = open[depth] ?? new Map<string, number | undefined>()
    open[depth] = siblings
    open[depth + 1] = new Map()
    const words = plainWords(wordsOf(heading))
    if (words === '') continue
    if (siblings.has(words)) {
      const line = siblings.get(words)
      report(
        'heading-repeated',
        `Unexpected heading \`${shown(wordsOf(heading))}\`, which ${line === undefined ? 'another' : `line ${line}`} has in the same section, expected words of its own: a list of contents has both`,
        heading.position,
      )
    } else siblings.set(words, heading.position?.start.line)
  }
}
