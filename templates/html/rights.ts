import type { Article, Issue } from '../../pipeline/article.js'

/** Rights, and the articles of an issue that are under them; no article is named where all of them are. */
export interface SharedRights {
  readonly rights: string
  readonly articles: readonly Article[]
}

/** The rights of an issue's articles, each wording once. @param said what an article says of its rights, in a line */
export function sharedRights({ articles }: Issue, said: (article: Article) => string): SharedRights[] {
  const found = new Map<string, Article[]>()
  for (const article of articles) {
    const rights = said(article)
    if (rights) found.set(rights, [...(found.get(rights) ?? []), article])
  }
  return [...found].map(([rights, under]) => ({
    rights,
    articles: under.length === articles.length ? [] : under,
  }))
}
