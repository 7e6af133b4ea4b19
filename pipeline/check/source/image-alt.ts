import { elementsNamed } from '../../walk.js'
import { shown } from './shown.js'
import type { ArticleRule } from './source-rule.js'

/**
 * A picture has words for who cannot see it (WCAG 2.2, 1.1.1). No picture of an article is mere decoration: one that is
 * has no place in a text that is also read aloud. The cover may be: `cover_alt: ""` says so, and where nothing is said
 * `parse/front-matter-meta.ts` tells of it.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/non-text-content.html
 */
export const imageAlt: ArticleRule = ({ tree }, report) => {
  for (const { properties, position } of elementsNamed(tree, 'img', 'picture')) {
    if (properties.alt.trim() !== '') continue
    report(
      'image-alt',
      `Unexpected image without alternative text, expected \`![what it shows](${shown(properties.src)})\``,
      position,
    )
  }
}
