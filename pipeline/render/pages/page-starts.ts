import type { PageStart } from '../../../templates/rendering.js'
import type { Anchor } from './anchors.js'

/**
 * Where each page of a print begins, in the order of the pages: the first place that is on it or on a later one. Pages
 * before the first title are the cover's; those between an article's last words and the next title, with notes of its
 * own, addresses and a colophon, begin at its end.
 *
 * @param anchors in the order of the text
 * @param pages how many there are
 */
export function pageStarts(
  anchors: readonly Anchor[],
  pageOf: ReadonlyMap<string, number>,
  pages: number,
): readonly PageStart[] {
  const starts: PageStart[] = []
  let reached = 0
  let article: number | undefined
  const upTo = (page: number, start: (page: number) => PageStart) => {
    while (reached < page) {
      reached += 1
      starts.push(start(reached))
    }
  }
  const atEnd = (page: number): PageStart =>
    article === undefined ? { page, at: 'start' } : { page, article, at: 'end' }
  for (const anchor of anchors) {
    const page = pageOf.get(anchor.id)
    if (page === undefined || page <= reached) continue
    const { at } = anchor
    if (at === 'title') {
      upTo(page - 1, atEnd)
      article = anchor.article
      upTo(page, each => ({ page: each, article: anchor.article, at: 'start' }))
    } else {
      article = anchor.article
      upTo(page, each => ({ page: each, article: anchor.article, at }))
    }
  }
  upTo(pages, atEnd)
  return starts
}
