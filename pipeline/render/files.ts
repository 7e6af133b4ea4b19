import type { ImageAsset } from '../assets/assets.js'
import type { RenditionFile } from './rendition.js'

/** Text as the bytes of a file. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A format's pictures as files. */
export const imageFiles = (images: readonly ImageAsset[]): RenditionFile[] =>
  images.map(({ path, bytes }) => ({ path, bytes }))
