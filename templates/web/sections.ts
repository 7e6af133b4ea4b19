import type { Article } from '../../pipeline/article.js'

/** Articles that stand together, under a title where they have one. */
export interface Section {
  /** Its place in the issue, for ids. */
  readonly index: number
  readonly title?: string
  readonly articles: readonly Article[]
}

/** The articles by section, in their order. */
export function sectionsOf(articles: readonly Article[]): Section[] {
  const sections: Section[] = []
  for (const article of articles) {
    const { section: title } = article
    const last = sections.at(-1)
    if (last && last.title === title)
      sections[sections.length - 1] = { ...last, articles: [...last.articles, article] }
    else
      sections.push({
        index: sections.length,
        ...(title === undefined ? {} : { title }),
        articles: [article],
      })
  }
  return sections
}
