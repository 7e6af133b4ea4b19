import type { AnyElement, ArticleRoot } from '../article.js'
import { slugOf, unique } from '../transform/ids.js'
import { walk, wordsOf } from '../walk.js'

const headings = new Set(['h2', 'h3', 'h4'])

/** Elements whose id is to be written: all that have one, but headings whose words give it. */
export function namedElements(tree: ArticleRoot): ReadonlySet<AnyElement> {
  const taken = new Set<string>()
  const named = new Set<AnyElement>()
  walk(tree, node => {
    const { id } = node.properties
    if (id === undefined) return
    const isCall = node.tagName === 'note' || node.tagName === 'noteref'
    const ofWords = headings.has(node.tagName) && unique(slugOf(wordsOf(node)), taken) === id
    if (!isCall && !ofWords) named.add(node)
    taken.add(id)
  })
  return named
}
