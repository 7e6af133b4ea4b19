import type { Article } from '../article.js'

/**
 * What a picture is for: as itself, as a small square of an author, as the mark of a source in its notice, or as the
 * publication's own in a masthead.
 */
export type ImageUse = 'picture' | 'portrait' | 'mark' | 'logo'

/** A picture made ready for one format. */
export interface ImageAsset {
  /** `images/<first 16 hex digits of its sha256>.png`, relative to the folder. */
  readonly path: string
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif'
  readonly bytes: Uint8Array
  /** Pixels of the file. */
  readonly width: number
  readonly height: number
  /** CSS pixels it is to be shown at; at most half of `width` where the source allowed it. */
  readonly shownWidth: number
  readonly shownHeight: number
}

/** A formula as a picture, and how it stands among words. */
export interface FormulaAsset extends ImageAsset {
  /** Ems of the words around it: its size, and how far it reaches below their baseline. */
  readonly ems: { readonly width: number; readonly height: number; readonly below: number }
}

/** One face of a typeface, or a slice of it. */
export interface FontAsset {
  readonly family: string
  readonly weight: number
  readonly style: 'normal' | 'italic'
  /** CSS `unicode-range`. */
  readonly unicodeRange?: string
  /** `fonts/<name>.woff2`; in a book, `.ttf` or `.otf`. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** What one format may use. Made before any template runs, so that templates stay pure. */
export interface FormatAssets {
  /** The picture an article names by `src`; undefined where it could not be had (there is a message). */
  image(article: Article, src: string, use?: ImageUse): ImageAsset | undefined
  /** The publication's mark, for formats that have a masthead. */
  readonly logo?: ImageAsset | undefined
  /** The cover that was drawn for the issue, or what is shown beside a link to its page. */
  readonly cover?: ImageAsset | undefined
  /** A formula as a picture, where the format cannot show MathML; undefined where it could not be drawn. */
  formula(tex: string, display: boolean): FormulaAsset | undefined
  /** Every picture of the format, each once, by path. */
  readonly images: readonly ImageAsset[]
  /** The font slices that the characters need. */
  readonly fonts: readonly FontAsset[]
}
