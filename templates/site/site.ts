import type { Direction, Publication } from '../../pipeline/article.js'
import type { SiteLinks } from '../rendering.js'
import type { Frame, Mark } from '../web/frame.js'
import type { Words } from '../words.js'
import type { SiteItem } from './item.js'

/** All that the pages around the issues are made of. */
export interface Site {
  readonly publication: Publication
  /** Which way the publication's language runs. */
  readonly dir: Direction
  readonly words: Words
  readonly mark: Mark | undefined
  /** From the publication's folder. */
  readonly links: SiteLinks
  /** Every issue, the newest first. */
  readonly items: readonly SiteItem[]
}

/** What stands around the text of its pages. */
export const frameOf = ({ publication, words, mark, links }: Site): Frame => ({
  publication,
  words,
  mark,
  site: links,
})

/** A file of the publication at its full address; undefined where it has none. @param file from the publication's folder */
export const addressOf = ({ publication: { url } }: Site, file: string): string | undefined =>
  url === undefined ? undefined : new URL(file, `${url.replace(/\/+$/, '')}/`).href
