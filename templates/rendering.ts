import type { Article, ArticleElement, Direction, Issue, Publication } from '../pipeline/article.js'
import { placeOfLink } from '../pipeline/article-link.js'
import type { FormatAssets, ImageAsset } from '../pipeline/assets/assets.js'
import type { Tokens } from './tokens.js'
import type { Words } from './words.js'

/** Where the pages around an issue's web page are, as that page leads to them. */
export interface SiteLinks {
  /** The list of all issues. */
  readonly archive: string
  /** How to subscribe; undefined where there is nothing to say of it. */
  readonly subscribe?: string
  /** The feeds, where the publication has an address. */
  readonly feeds?: { readonly atom: string; readonly json: string }
}

/** Where an issue's other editions and the publication's pages are; undefined where there is no address to give. */
export interface EditionLinks {
  /** The web edition: "view in browser". */
  readonly web?: string
  readonly pdf?: string
  readonly epub?: string
  readonly unsubscribe?: string
  /** The pages around the web page, where there are some. */
  readonly site?: SiteLinks
  /** How large what is to be downloaded is, where that is known. */
  readonly bytes?: { readonly pdf?: number; readonly epub?: number }
  /** The address at which a rendition finds a picture: hosted, beside it, or inside it. */
  image(asset: ImageAsset): string
}

/** Where an article can be read whole. */
export interface WayOn {
  readonly href: string
  /** Whose address it is, where it is not the publication's own. */
  readonly sourceName?: string
}

/** Where an issue goes on that was cut because an email has to be short. */
export interface Continuation {
  /** The article that was cut; undefined where all that are there are whole. */
  readonly article?: WayOn & {
    /** See `Article.key`. */
    readonly key: string
    /** Its second headings that were cut off, each with its address where it has one. */
    readonly headings: readonly { readonly heading: ArticleElement<'h2'>; readonly href?: string }[]
  }
  /** The articles after it, of which nothing is there. */
  readonly leftOut: readonly {
    readonly title: string
    readonly lang: string
    readonly dir: Direction
    readonly href: string
  }[]
}

/** A place in an article's tree: an element, or a character of a text. */
export interface PlaceInTree {
  /** Indices of children, from the root down. */
  readonly path: readonly number[]
  /** Of a text: UTF-16 units before the place. */
  readonly offset?: number
}

/** Where a page of the printed edition begins. */
export interface PageStart {
  /** Its number, as it is printed. */
  readonly page: number
  /** The article, by its place in the issue; undefined where the page comes before the first. */
  readonly article?: number
  /** At the article's beginning, after all of it, or at a place in it. */
  readonly at: 'start' | 'end' | PlaceInTree
}

/** All that a template is handed. It makes a tree of this and touches nothing else. */
export interface Rendering {
  readonly publication: Publication
  readonly issue: Issue
  readonly tokens: Tokens
  readonly words: Words
  readonly assets: FormatAssets
  readonly links: EditionLinks
  /** Where the pages of the PDF begin, in their order, where an EPUB is to tell. */
  readonly pageStarts?: readonly PageStart[]
  /** Each article's file, where a rendition has several: where links from one to another lead. */
  fileOf?(article: Article): string
  /** The articles that an email has a digest of, by their keys, with the way to each. */
  readonly digests?: ReadonlyMap<string, WayOn>
  /** In an email that was cut. */
  readonly continuation?: Continuation
}

/** Whether the issue has one article, those left out of an email counted. */
export const isAlone = ({ issue, continuation }: Rendering): boolean =>
  issue.articles.length + (continuation?.leftOut.length ?? 0) === 1

/**
 * An id or fragment of an article as it stands in a rendition: in an issue of several articles each has its own
 * namespace, in an issue of one they stay as the writer knows them.
 */
export const idIn = (rendering: Rendering, article: Article, id: string): string =>
  isAlone(rendering) ? id : `${article.key}-${id}`

/** The id of an article's title: where links to the article lead. */
export const titleId = (article: Article): string => `tf-title-${article.key}`

/**
 * A link's target in a rendition: an address as it is, a fragment in the article's namespace, a place in another article
 * of the issue in that one's, and in its file where the rendition has several.
 */
export function hrefIn(rendering: Rendering, article: Article, href: string): string {
  if (href.startsWith('#')) return `#${idIn(rendering, article, href.slice(1))}`
  const place = placeOfLink(href)
  const target = place && rendering.issue.articles.find(({ key }) => key === place.key)
  if (!place || !target) return href
  const id = place.id === undefined ? titleId(target) : idIn(rendering, target, place.id)
  return `${rendering.fileOf?.(target) ?? ''}#${id}`
}
