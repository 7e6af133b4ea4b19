import type { Article, Issue, Publication } from '../pipeline/article.js'
import type { FormatAssets, ImageAsset } from '../pipeline/assets/assets.js'
import type { Tokens } from './tokens.js'
import type { Words } from './words.js'

/** Where an issue's other editions and the publication's pages are; undefined where there is no address to give. */
export interface EditionLinks {
  /** The web edition: "view in browser". */
  readonly web?: string
  readonly pdf?: string
  readonly epub?: string
  readonly unsubscribe?: string
  /** The address at which a rendition finds a picture: hosted, beside it, or inside it. */
  image(asset: ImageAsset): string
}

/** All that a template is handed. It makes a tree of this and touches nothing else. */
export interface Rendering {
  readonly publication: Publication
  readonly issue: Issue
  readonly tokens: Tokens
  readonly words: Words
  readonly assets: FormatAssets
  readonly links: EditionLinks
}

/**
 * An id or fragment of an article as it stands in a rendition: in an issue of several articles each has its own
 * namespace, in an issue of one they stay as the writer knows them.
 */
export const idIn = (rendering: Rendering, article: Article, id: string): string =>
  rendering.issue.articles.length > 1 ? `${article.key}-${id}` : id

/** A link's target in a rendition: an address as it is, a fragment in the article's namespace. */
export const hrefIn = (rendering: Rendering, article: Article, href: string): string =>
  href.startsWith('#') ? `#${idIn(rendering, article, href.slice(1))}` : href
