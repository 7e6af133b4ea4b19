import type { Article, BlockElement, ElementName, Issue } from '../article.js'

/** A boundary between two blocks of an issue, at which it may be cut. */
export interface Cut {
  /** Index of the last article of which something is kept. */
  readonly article: number
  /** Blocks of its text that are kept, notes not counted. */
  readonly kept: number
}

/** Blocks that say something of what follows, and would be the last words before a cut. */
const leadOn = new Set<ElementName>(['h2', 'h3', 'h4', 'hr'])

/** An article's blocks without its notes, which are kept with what calls them. */
export const textOf = ({ tree }: Article): BlockElement[] =>
  tree.children.filter(block => block.tagName !== 'notes')

/**
 * Every cut of an issue, from the one that keeps least. The first keeps an article's front alone; of a later article
 * some text is kept or nothing, for its title would dangle.
 */
export function cutsOf({ articles }: Issue): Cut[] {
  return articles.flatMap((article, index) => {
    const text = textOf(article)
    const isLast = index === articles.length - 1
    const cuts: Cut[] = []
    for (let kept = 0; kept <= text.length; kept += 1) {
      const ending = text[kept - 1]
      const whole = kept === text.length
      if (whole && isLast) continue
      if (!whole && ending && leadOn.has(ending.tagName)) continue
      if (!whole && !ending && index > 0) continue
      cuts.push({ article: index, kept })
    }
    return cuts
  })
}
