import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { archive } from '../../templates/site/archive.js'
import { atomFeed } from '../../templates/site/atom.js'
import { jsonFeed } from '../../templates/site/json-feed.js'
import { addressOf, type Site } from '../../templates/site/site.js'
import { sitemap } from '../../templates/site/sitemap.js'
import { subscribePage } from '../../templates/site/subscribe.js'
import { xml } from '../bind/epub/serialise.js'
import { utf8 } from '../render/files.js'
import type { RenditionFile } from '../render/rendition.js'
import { siteFiles } from './links.js'

/** Issues in a feed: readers ask for it many times a day, and have the older ones. */
const newest = 30

/** The pages around the issues as files, from the publication's folder. */
export function filesOf(site: Site): RenditionFile[] {
  const { links, items } = site
  const pages: [string, string][] = [
    [siteFiles.archive, page(archive(site))],
    ...(links.subscribe ? [[siteFiles.subscribe, page(subscribePage(site))] as [string, string]] : []),
  ]
  if (links.feeds) {
    const here = items.filter(item => isHere(item.url, site))
    const fed = here.slice(0, newest)
    pages.push(
      [siteFiles.atom, xml(atomFeed(site, fed))],
      [siteFiles.json, `${JSON.stringify(jsonFeed(site, fed), null, 1)}\n`],
      [siteFiles.sitemap, xml(sitemap(site, here))],
    )
  }
  return pages.map(([path, text]) => ({ path, bytes: utf8(text) }))
}

/** Whether an issue was built for the address that the publication has now. */
export const isHere = (url: string | undefined, site: Site): boolean =>
  url?.startsWith(addressOf(site, '') ?? 'nowhere:') ?? false

const page = (tree: Root) => toHtml(tree, { characterReferences: { useNamedReferences: false } })
