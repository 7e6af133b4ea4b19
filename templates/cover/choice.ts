import type { ImageAsset } from '../../pipeline/assets/assets.js'
import type { Rendering } from '../rendering.js'

/** A cover that is a picture of the publication's own. */
export interface OwnCover {
  readonly asset: ImageAsset
  /** What it shows. */
  readonly alt: string
}

/** The least that Kindle takes for a cover, pixels (KDP, "Cover Image Guidelines": 1,000 high and 625 wide). */
const least = { width: 625, height: 1000 }

/** A picture that is so many times as high as it is wide fills a cover; what is broader is set into one. */
const portrait = 1.2

/** The picture that the issue names, in the format's own size. */
export function namedPicture({ issue, assets }: Rendering): OwnCover | undefined {
  const [article] = issue.articles
  const { cover } = issue.meta
  // An issue's articles lie in one folder, so its picture is found from any of them.
  const asset = cover && assets.image(article, cover.src)
  return asset && { asset, alt: cover.alt }
}

/**
 * What a book's cover is: the named picture where it is a cover already, upright and large enough, or where the config
 * says so; else one that is drawn, with the picture in it.
 */
export function coverChoice(rendering: Rendering): OwnCover | 'drawn' | undefined {
  const asked = rendering.publication.epub?.cover ?? 'generated'
  if (asked === 'none') return undefined
  const named = namedPicture(rendering)
  if (asked === 'picture') return named
  return named && isCover(named.asset, rendering.issue.meta.cover?.whole) ? named : 'drawn'
}

/** A book's cover. Without a browser nothing is drawn, and the named picture stands in. */
export function coverOf(rendering: Rendering): OwnCover | undefined {
  const choice = coverChoice(rendering)
  if (choice !== 'drawn') return choice
  const { cover } = rendering.assets
  return cover ? { asset: cover, alt: '' } : namedPicture(rendering)
}

/** @param whole what the front matter says of it, where it does */
const isCover = ({ width, height }: ImageAsset, whole: boolean | undefined): boolean =>
  whole ?? (width >= least.width && height >= least.height && height >= portrait * width)
