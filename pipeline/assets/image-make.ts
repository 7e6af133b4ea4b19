import { createHash } from 'node:crypto'
import type { ImageAsset } from './assets.js'
import { encode, type Pixels } from './image-encode.js'
import { decodeOptions, decodeSeconds, decoding, type ImageFile, loadSharp } from './image-file.js'
import { type VariantRules, type VariantSize, variantSize } from './image-variants.js'

/**
 * Makes a picture ready for a format. One that is so already keeps its own bytes; otherwise it is turned upright, made
 * smaller, laid on paper if it may not be transparent, and loses what a camera wrote about the place and time.
 * The same source and rules give the same bytes.
 *
 * @param paper six-digit hex, behind what was transparent
 * @throws ImageUndecodable
 */
export async function makeVariant(file: ImageFile, rules: VariantRules, paper: string): Promise<ImageAsset> {
  const size = variantSize(file.natural, file.lines, rules)
  if (moves(file, rules)) {
    await checkPixels(file)
    return asset(file.bytes, 'image/gif', { ...size, ...file.natural })
  }

  const own = ownType(file, size, rules)
  if (own && file.bytes.length <= rules.bytes) {
    await checkPixels(file)
    return asset(file.bytes, own, size)
  }
  const pixels = await decode(file, size, rules, paper)
  const { format } = file.metadata
  const sameSize = size.width === file.natural.width
  const origin = format === 'jpeg' ? 'photograph' : format === 'png' && sameSize ? 'exact' : 'other'
  const made = await encode(pixels, origin, rules)
  if (own && !rules.hard && made.bytes.length >= file.bytes.length) return asset(file.bytes, own, size)
  return asset(made.bytes, made.type, size)
}

/**
 * Whether an animation moves in the format: as it is or not at all, for made smaller it would be another. One of WebP
 * moves nowhere, nor does one that says what a camera or an editor wrote.
 */
export const moves = ({ animated, bytes, natural, metadata }: ImageFile, rules: VariantRules): boolean =>
  animated === 'gif' &&
  rules.moves > 0 &&
  bytes.length <= rules.moves &&
  natural.width <= rules.width &&
  !(metadata.exif ?? metadata.xmp)

/** The media type of a file that the format can take as it is, whatever its bytes; undefined of any other. */
function ownType(file: ImageFile, size: VariantSize, rules: VariantRules): ImageAsset['type'] | undefined {
  const { format, orientation = 1, depth, space, hasAlpha, isProgressive, icc } = file.metadata
  const { exif, xmp, iptc, comments } = file.metadata
  const plain = orientation === 1 && depth === 'uchar' && (space === 'srgb' || space === 'b-w') && isSrgb(icc)
  const telling = exif ?? xmp ?? iptc ?? comments
  if (!plain || telling || size.width < file.natural.width || (hasAlpha && !rules.alpha)) return undefined
  if (format === 'png') return 'image/png'
  return format === 'jpeg' && (rules.progressive || !isProgressive) ? 'image/jpeg' : undefined
}

/** Whether a profile's name, in ASCII or UTF-16, is sRGB's; without one colours are so. Readers of mail know no other. */
const isSrgb = (profile: Buffer | undefined): boolean =>
  profile === undefined || profile.toString('latin1').replaceAll('\0', '').includes('sRGB')

/** Reads every pixel, for a header can be sound where the rest is cut off. */
async function checkPixels(file: ImageFile): Promise<void> {
  await decoding(async () => {
    const sharp = await loadSharp()
    await sharp(file.bytes, decodeOptions).timeout({ seconds: decodeSeconds }).resize(8).raw().toBuffer()
  })
}

async function decode(
  file: ImageFile,
  size: VariantSize,
  rules: VariantRules,
  paper: string,
): Promise<Pixels> {
  return decoding(async () => {
    const sharp = await loadSharp()
    const { width, height } = size
    // 72 is the density at which librsvg takes a CSS pixel for a pixel.
    const density = Math.min(100_000, Math.max(1, (72 * width) / file.natural.width))
    const image = sharp(file.bytes, { ...decodeOptions, ...(file.lines && { density }) })
      .timeout({ seconds: decodeSeconds })
      .resize({ width, height, fit: 'fill' })
      .toColourspace('srgb')
    if (!rules.alpha) image.flatten({ background: paper })
    const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    const transparent = info.channels === 4 && !isOpaque(data)
    if (info.channels !== 4 || transparent) return { data, info }
    const raw = { width: info.width, height: info.height, channels: info.channels }
    const opaque = await sharp(data, { raw }).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    return opaque
  })
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) {
    if (rgba[at] !== 255) return false
  }
  return true
}

const extensions = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const

/** A picture named by what is in it. */
export function asset(bytes: Uint8Array, type: ImageAsset['type'], size: VariantSize): ImageAsset {
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return { path: `images/${name}.${extensions[type]}`, type, bytes, ...size }
}
