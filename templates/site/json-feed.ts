import type { FeedItem, SiteItem } from './item.js'
import { addressOf, type Site } from './site.js'

/** A JSON Feed (jsonfeed.org/version/1.1). */
export interface JsonFeed {
  readonly version: 'https://jsonfeed.org/version/1.1'
  readonly title: string
  readonly home_page_url: string | undefined
  readonly feed_url: string | undefined
  readonly description: string | undefined
  readonly language: string
  readonly authors: readonly { readonly name: string }[]
  readonly items: readonly FeedItem[]
}

/** The newest issues with their full text. */
export function jsonFeed(site: Site, items: readonly SiteItem[]): JsonFeed {
  const { publication, links } = site
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: publication.name,
    home_page_url: addressOf(site, ''),
    feed_url: addressOf(site, links.feeds?.json ?? ''),
    description: publication.description,
    language: publication.lang,
    authors: [{ name: publication.publisher ?? publication.name }],
    items: items.map(({ _trifold: _, ...item }) => item),
  }
}
