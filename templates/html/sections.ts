import type { Article, Issue } from '../../pipeline/article.js'

/** Articles of an issue that stand together: under a section's title, or under none. */
export interface Section {
  readonly title?: string
  readonly articles: readonly Article[]
}

/** The sections of an issue in their order, what is in none between them. One article alone is in none. */
export function sectionsOf({ articles }: Issue): readonly Section[] {
  if (articles.length === 1) return [{ articles }]
  const sections: { title?: string; articles: Article[] }[] = []
  for (const article of articles) {
    const title = article.section
    const last = sections.at(-1)
    if (last && last.title === title) last.articles.push(article)
    else sections.push({ ...(title === undefined ? {} : { title }), articles: [article] })
  }
  return sections
}

/** The section that an article stands in, and whether it is the first there; undefined where it is in none. */
export function placeInSection(
  article: Article,
  issue: Issue,
): { readonly title: string; readonly isFirst: boolean } | undefined {
  const section = sectionsOf(issue).find(({ articles }) => articles.some(({ key }) => key === article.key))
  if (section?.title === undefined) return undefined
  return { title: section.title, isFirst: section.articles[0]?.key === article.key }
}
