import type { Direction } from '../../pipeline/article.js'

/** A picture of an issue, small enough for a list of them. */
export interface ItemPicture {
  /** From the folder. */
  readonly path: string
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** An issue as an item of a JSON Feed (jsonfeed.org/version/1.1, "Items"), by the names that it has there. */
export interface FeedItem {
  readonly id: string
  readonly url?: string | undefined
  /** Where a republished article first appeared. */
  readonly external_url?: string | undefined
  readonly title: string
  readonly content_html: string
  readonly summary?: string | undefined
  readonly image?: string | undefined
  /** RFC 3339. */
  readonly date_published?: string | undefined
  readonly date_modified: string
  readonly authors?: readonly { readonly name: string; readonly url?: string | undefined }[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly language: string
}

/** What `item.json` holds: the item, and what the pages around the issues show besides. */
export interface SiteItem extends FeedItem {
  readonly _trifold: {
    readonly slug: string
    readonly number?: string | undefined
    readonly subtitle?: string | undefined
    /** ISO 8601, as it was written. */
    readonly date?: string | undefined
    readonly dir: Direction
    readonly picture?: ItemPicture | undefined
  }
}

/** When the issue came out, newest first, undated ones last; of one day the higher number first. */
export function newestFirst(a: SiteItem, b: SiteItem): number {
  const [left = '', right = ''] = [a.date_published, b.date_published]
  if (left !== right) return left < right ? 1 : -1
  const [first, second] = [a, b].map(item => Number.parseInt(item._trifold.number ?? '', 10) || 0)
  if (first !== second) return (second ?? 0) - (first ?? 0)
  return a._trifold.slug < b._trifold.slug ? -1 : 1
}
