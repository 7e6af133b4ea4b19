import type { Issue } from '../../pipeline/article.js'

/** What an issue is about, each word once: as it says of itself, then as its articles do. */
export const tagsOf = ({ meta, articles }: Issue): readonly string[] => [
  ...new Set([meta, ...articles.map(article => article.meta)].flatMap(({ tags }) => tags)),
]
