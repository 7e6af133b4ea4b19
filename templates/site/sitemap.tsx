/** @jsxImportSource #xml */
import type { Element } from 'xast'
import type { SiteItem } from './item.js'
import { addressOf, type Site } from './site.js'

/** Every page of the publication, for search engines (sitemaps.org). @param items those that lie under its address */
export function sitemap(site: Site, items: readonly SiteItem[]): Element {
  const newest = items
    .map(item => item.date_modified)
    .sort()
    .at(-1)
  const { subscribe } = site.links
  return (
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      {page(addressOf(site, ''), newest)}
      {subscribe ? page(addressOf(site, subscribe)) : null}
      {items.map(item => page(item.url, item.date_modified))}
    </urlset>
  )
}

const page = (address: string | undefined, changed?: string): Element => (
  <url>
    <loc>{address}</loc>
    {changed ? <lastmod>{changed}</lastmod> : null}
  </url>
)
