import { idIn, isAlone, type Rendering, titleId, type WayOn } from '../../../templates/rendering.js'
import type { Article } from '../../article.js'

/**
 * The way on from an article: to its source where it is republished, else to the web edition, else to its source.
 *
 * @param id a place in it, for the web edition; its beginning where there is none
 */
export function wayOn(rendering: Rendering, article: Article, id?: string): WayOn | undefined {
  const { source } = article.meta
  const there = source?.url ? { href: source.url, sourceName: source.name } : undefined
  if (source?.republished && there) return there
  const href = addressIn(rendering, article, id)
  return href ? { href } : there
}

/** A place in the web edition, or where an article begins there. */
export function addressIn(rendering: Rendering, article: Article, id?: string): string | undefined {
  const { web } = rendering.links
  if (id === undefined && isAlone(rendering)) return web
  const fragment = id === undefined ? titleId(article) : idIn(rendering, article, id)
  return web && new URL(`#${fragment}`, web).href
}
