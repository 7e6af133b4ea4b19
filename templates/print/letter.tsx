import type { ElementContent } from 'hast'
import type { Article, BlockElement } from '../../pipeline/article.js'
import type { Part } from '../html/front.js'
import { letterBlocks } from '../html/letter.js'
import type { Rendering } from '../rendering.js'

/**
 * The text of a letter: what its writer signed it with stands apart, and who did not sign is named below, before the
 * notes.
 *
 * @param set makes HTML of blocks
 */
export function letterText(
  article: Article,
  rendering: Rendering,
  set: (blocks: readonly BlockElement[]) => ElementContent[],
  signature: Part,
): ElementContent[] {
  const { text, signature: own, notes } = letterBlocks(article)
  const signed = set(own).map(node =>
    node.type === 'element'
      ? { ...node, properties: { ...node.properties, className: ['signature'] } }
      : node,
  )
  return [...set(text), ...signed, ...signature(article, rendering), ...set(notes)]
}
