import type { Element, ElementContent, Root } from 'hast'
import { firstIn, type Holder, isNamed, isUnseen, wordsOf } from './nodes.js'

/** A block of an article, and what holds it. */
export interface ArticleBlock {
  readonly node: ElementContent
  readonly holder: Holder
  readonly words: string
}

const holders = ['div', 'section', 'article', 'main', 'header', 'footer', 'center', 'body']
const blocks = [
  'p',
  'div',
  'section',
  'article',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'figure',
  'blockquote',
  'table',
  'pre',
  'header',
  'footer',
]

/** The blocks of an article in order, whatever wrappers they stand in: its head and its foot are at the ends. */
export function articleBlocks(article: Root): ArticleBlock[] {
  const found: ArticleBlock[] = []
  const visit = (holder: Holder) => {
    for (const node of holder.children as ElementContent[]) {
      if (isUnseen(node)) continue
      if (isNamed(node, ...holders) && firstIn(node, child => isNamed(child, ...blocks))) visit(node)
      else found.push({ node, holder, words: wordsOf(node) })
    }
  }
  visit(article)
  return found
}

/** Takes blocks out of the article. */
export function takeOut(taken: readonly ArticleBlock[]): void {
  for (const { node, holder } of taken)
    holder.children = (holder.children as Element['children']).filter(child => child !== node)
}
