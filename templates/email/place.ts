import type { Data } from 'hast'
import type { Article, ArticleNode } from '../../pipeline/article.js'
import type { EmailNode } from './state.js'

declare module 'unist' {
  interface Data {
    /** The key of the article that an email's node was made from. */
    article?: string
  }
}

/**
 * A node of an email with the place of what it was made from, a node of the article or a key of its front matter: a
 * finding in the email points there. One that was made deeper down has its place already and keeps it.
 */
export function placed(
  made: EmailNode,
  position: ArticleNode['position'] | undefined,
  { key }: Article,
): EmailNode {
  if (made.position || !position) return made
  const data: Data = { ...made.data, article: key }
  return Object.assign({}, made, { position, data })
}
