import type { ElementContent } from 'hast'
import type { AnyElement, Article, ArticleNode, BlockElement } from '../../pipeline/article.js'
import { wordsOf } from '../../pipeline/walk.js'
import type { Rendering } from '../rendering.js'
import type { Part } from './front.js'
import { editorsOf } from './people.js'

/** A letter's blocks: what it says, the signature that its writer gave it, and its notes. */
interface LetterBlocks {
  readonly text: readonly BlockElement[]
  readonly signature: readonly BlockElement[]
  readonly notes: readonly BlockElement[]
}

/** A signature has no more letters than this: what is longer names its writer in a sentence. */
const longest = 160

/** An article's blocks, its last paragraph apart where that names who wrote it. */
function letterBlocks({ meta, tree }: Article): LetterBlocks {
  const notes = tree.children.filter(({ tagName }) => tagName === 'notes')
  const text = tree.children.filter(({ tagName }) => tagName !== 'notes')
  const last = text.at(-1)
  const words = last?.tagName === 'p' ? wordsOf(last) : ''
  const isSigned = words.length <= longest && meta.authors.some(({ name }) => words.includes(name))
  return isSigned && last
    ? { text: text.slice(0, -1), signature: [last], notes }
    : { text, signature: [], notes }
}

/**
 * Who signs a letter: the names that its last lines do not give, and what its writers are, unless they are the issue's
 * editors, which its colophon or title page says.
 */
export const signature: Part = (article, { issue }) => {
  const given = letterBlocks(article)
    .signature.map(block => wordsOf(block as AnyElement))
    .join(' ')
  const editors = new Set(editorsOf(issue).map(({ name }) => name))
  return article.meta.authors.flatMap(({ name, role, affiliation }): ElementContent[] => {
    const isNamed = given.includes(name)
    const standing = isNamed && editors.has(name) ? '' : [role, affiliation].filter(Boolean).join(', ')
    return [
      ...(isNamed ? [] : [<p className="signature">{name}</p>]),
      ...(standing && !given.includes(standing) ? [<p className="affiliation">{standing}</p>] : []),
    ]
  })
}

/**
 * The text of a letter: what its writer signed it with stands apart, and who did not sign is named below, before the
 * notes.
 *
 * @param set makes HTML of blocks
 */
export function letterText(
  article: Article,
  rendering: Rendering,
  set: (blocks: readonly ArticleNode[]) => ElementContent[],
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
