import type { ImageAsset } from './assets.js'
import { encode } from './image-encode.js'
import { decodeOptions, loadSharp } from './image-file.js'
import { asset } from './image-make.js'
import { variantRules } from './image-variants.js'

/** Pixels: sharp where it is shown at half of it, in the shape of what other sites show beside a link. */
const size = { width: 800, height: 420 } as const

/** A picture in the size of a list of pictures. One of another shape loses what is beyond the middle. */
export async function thumbnail({ bytes }: ImageAsset): Promise<ImageAsset> {
  const sharp = await loadSharp()
  const { data, info } = await sharp(bytes, decodeOptions)
    .resize({ ...size, fit: 'cover' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const encoded = await encode({ data, info }, 'other', variantRules.web)
  return asset(encoded.bytes, encoded.type, {
    ...size,
    shownWidth: size.width / 2,
    shownHeight: size.height / 2,
  })
}
