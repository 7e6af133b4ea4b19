import type { Article } from '../../pipeline/article.js'
import type { ImageAsset } from '../../pipeline/assets/assets.js'
import { coverWords } from '../cover/said.js'
import type { Rendering } from '../rendering.js'

/** Where this page will be found; undefined where the publication has no address. */
export function pageUrl({ issue, publication: { url } }: Rendering): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  return new URL(`${issue.slug}/`, url.endsWith('/') ? url : `${url}/`).href
}

/**
 * The address that search engines are to credit: the one the front matter gives, the original's of a republished
 * article, else the page's own.
 */
export function canonicalUrl(rendering: Rendering): string | undefined {
  const { meta } = rendering.issue
  const elsewhere = meta.canonicalUrl ?? (meta.source?.republished ? meta.source.url : undefined)
  return elsewhere ?? pageUrl(rendering)
}

/** What other sites show beside a link to the page: the cover that was drawn for it, else the first article's picture. */
export function previewImage(
  rendering: Rendering,
): { url: string; asset: ImageAsset; alt: string } | undefined {
  const { cover } = rendering.assets
  const page = pageUrl(rendering)
  if (!cover || !page) return leadImage(rendering)
  const { title, names } = coverWords(rendering)
  const alt = [title, names].filter(Boolean).join('. ')
  return { url: new URL(rendering.links.image(cover), page).href, asset: cover, alt }
}

/** The full address of the issue's own picture. */
export const leadImage = (rendering: Rendering) => {
  const [article] = rendering.issue.articles
  // An issue's articles lie in one folder, so its picture is found from any of them.
  return pictureOf({ ...article, meta: rendering.issue.meta }, rendering)
}

/** The full address of the picture that an article's front matter names. */
export function pictureOf(
  article: Article,
  rendering: Rendering,
): { url: string; asset: ImageAsset; alt: string } | undefined {
  const { cover } = article.meta
  const page = pageUrl(rendering)
  const asset = cover && rendering.assets.image(article, cover.src)
  if (!cover || !asset || !page) return undefined
  return { url: new URL(rendering.links.image(asset), page).href, asset, alt: cover.alt }
}
