import type { Article, BlockElement, Issue } from '../../article.js'
import { walk } from '../../walk.js'

/** A block of an issue with what it adds to an email. */
export interface WeighedBlock {
  readonly article: Article
  readonly block: BlockElement
  /** Bytes by which an email without it is smaller. */
  readonly bytes: number
}

/** How many blocks are weighed for each that is asked for: a rough guess picks them. */
const tried = 3

/**
 * The blocks that weigh most, the heaviest first.
 *
 * @param count how many
 * @param bytesOf an issue's email in bytes; called for a few issues, each without one block
 */
export async function heaviestOf(
  issue: Issue,
  count: number,
  bytesOf: (issue: Issue) => Promise<number>,
): Promise<WeighedBlock[]> {
  const blocks = issue.articles.flatMap(article => article.tree.children.map(block => ({ article, block })))
  const likely = blocks
    .map(each => ({ ...each, guess: guessOf(each.block) }))
    .sort((a, b) => b.guess - a.guess)
    .slice(0, count * tried)
  const whole = await bytesOf(issue)
  const weighed: WeighedBlock[] = []
  for (const { article, block } of likely) {
    weighed.push({ article, block, bytes: whole - (await bytesOf(without(issue, block))) })
  }
  return weighed.sort((a, b) => b.bytes - a.bytes).slice(0, count)
}

/** Bytes of an element's tags and styles, roughly. */
const tags = 60

function guessOf(block: BlockElement): number {
  let bytes = 0
  const add = (
    properties: object,
    children: readonly { readonly type: string; readonly value?: string }[],
  ) => {
    bytes += tags + Buffer.byteLength(Object.values(properties).join())
    for (const { value = '' } of children) bytes += Buffer.byteLength(value)
  }
  add(block.properties, block.children)
  walk(block, node => add(node.properties, node.children))
  return bytes
}

function without(issue: Issue, block: BlockElement): Issue {
  const articles = issue.articles.map(article => {
    const children = article.tree.children.filter(child => child !== block)
    return { ...article, tree: { ...article.tree, children } }
  })
  // As many articles as there were.
  return { ...issue, articles: articles as [Article, ...Article[]] }
}

const kinds: Readonly<Record<string, string>> = {
  p: 'paragraph',
  pre: 'code',
  ul: 'list',
  ol: 'list',
  dl: 'list',
  hr: 'rule',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
}

/** A block as people call it. */
export const kindOf = ({ tagName }: BlockElement): string => kinds[tagName] ?? tagName

/** `code in line 12 (8,400 bytes), table in line 40 (6,012 bytes)`. @param file as the message names it */
export const listed = (blocks: readonly WeighedBlock[], file: string): string =>
  blocks
    .map(({ article, block, bytes }) => {
      const line = `line ${block.position.start.line}`
      const place = article.file === file ? line : `${article.file}, ${line}`
      return `${kindOf(block)} in ${place} (${bytes.toLocaleString('en')} bytes)`
    })
    .join(', ')
