import { createHash } from 'node:crypto'
import type { ArticleRoot } from '../article.js'
import { walk, wordsOf } from '../walk.js'

/**
 * A digest of an article's words, in their order, notes and captions and alternative texts among them: 16 hexadecimal
 * digits. Signs, white space, emphasis and the form of quotation marks make no difference to it; a word does.
 */
export function fingerprintOf(tree: ArticleRoot): string {
  const alternatives: string[] = []
  walk(tree, node => {
    if (node.tagName === 'picture' || node.tagName === 'img') alternatives.push(node.properties.alt)
  })
  const blocks = tree.children.map(wordsOf)
  const words =
    [...blocks, ...alternatives]
      .join(' ')
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 16)
}
