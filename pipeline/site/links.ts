import type { SiteLinks } from '../../templates/rendering.js'
import type { Publication } from '../article.js'
import type { Config } from '../config/config.js'

/** Whether a publication has pages around its issues: a config of its own, and web pages. */
export const hasSite = ({ file, formats }: Pick<Config, 'file' | 'formats'>): boolean =>
  file !== undefined && formats.includes('web')

/** What the web rendition of an issue leaves for the pages around it. */
export const itemFile = 'item.json'

/** The files of the pages around the issues. */
export const siteFiles = {
  archive: 'index.html',
  subscribe: 'subscribe.html',
  atom: 'feed.xml',
  json: 'feed.json',
  sitemap: 'sitemap.xml',
} as const

/**
 * Where the pages around the issues are, seen from a page. They name `index.html`, so that they lead there from a disk
 * too. Feeds are full of addresses, so that there are none where the publication has no address.
 *
 * @param up from the page's folder to that of the publication: `../` or nothing
 */
export function siteLinks(publication: Publication, up: '../' | ''): SiteLinks {
  const { url } = publication
  return {
    archive: up + siteFiles.archive,
    ...(hasSubscribePage(publication) ? { subscribe: up + siteFiles.subscribe } : {}),
    ...(url ? { feeds: { atom: up + siteFiles.atom, json: up + siteFiles.json } } : {}),
  }
}

/** Whether there is something to say on how to subscribe. */
const hasSubscribePage = ({ url, email }: Publication): boolean =>
  url !== undefined || email.subscribe !== undefined
