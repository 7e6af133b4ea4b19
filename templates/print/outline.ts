import { wordsOf } from '../../pipeline/walk.js'
import { placeInSection } from '../html/sections.js'
import type { Rendering } from '../rendering.js'
import { isCovered } from './cover.js'

/** The headings of a printed issue in their order, as the outline is to have them. */
export function outlineOf(rendering: Rendering): readonly string[] {
  const { issue, words } = rendering
  const front =
    issue.articles.length > 1 ? [...(isCovered(rendering) ? [] : [issue.title]), words.contents] : []
  const articles = issue.articles.flatMap(article => {
    const section = placeInSection(article, issue)
    const headings = article.tree.children.filter(node => /^h[2-4]$/.test(node.tagName))
    return [...(section?.isFirst ? [section.title] : []), article.meta.title, ...headings.map(wordsOf)]
  })
  return [...front, ...articles]
}
