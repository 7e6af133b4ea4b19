/** A place in another article of the same issue. */
export interface ArticlePlace {
  /** See `Article.key`. */
  readonly key: string
  /** An id in that article; undefined for its beginning. */
  readonly id?: string
}

/**
 * The place as the target of a link in the tree. No address that an article may name has this scheme
 * (`transform/adopt/url.ts`); where the place is found, each format knows.
 */
export const articleLink = ({ key, id }: ArticlePlace): string =>
  id === undefined ? `article:${key}` : `article:${key}#${id}`

/** The place that a link's target is; undefined for any other target. */
export function placeOfLink(href: string): ArticlePlace | undefined {
  const [, key, id] = /^article:([^#]+)(?:#(.*))?$/s.exec(href) ?? []
  return key === undefined ? undefined : { key, ...(id === undefined ? {} : { id }) }
}

/** Whether a link leads to a place in the issue itself: in its own article, or in another. */
export const leadsWithin = (href: string): boolean => href.startsWith('#') || placeOfLink(href) !== undefined
