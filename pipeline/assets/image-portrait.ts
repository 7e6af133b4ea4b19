import type { ImageAsset } from './assets.js'
import { decodeOptions, decodeSeconds, decoding, type ImageFile, loadSharp } from './image-file.js'
import { asset } from './image-make.js'

/** CSS px of a portrait's sides. */
const shownSide = 52

/**
 * An author's portrait: a square from where the picture draws the eye, at twice the size it is shown at. It is laid on
 * paper, and a template may round its corners.
 *
 * @param paper six-digit hex, behind what was transparent
 * @throws ImageUndecodable
 */
export async function makePortrait(file: ImageFile, paper: string): Promise<ImageAsset> {
  const { width, height } = file.natural
  const least = Math.min(width, height)
  const side = Math.max(1, Math.floor(file.lines ? 2 * shownSide : Math.min(2 * shownSide, least)))
  const density = Math.min(100_000, Math.max(1, (72 * side) / least))
  const bytes = await decoding(async () => {
    const sharp = await loadSharp()
    return sharp(file.bytes, { ...decodeOptions, ...(file.lines && { density }) })
      .timeout({ seconds: decodeSeconds })
      .resize({ width: side, height: side, fit: 'cover', position: sharp.strategy.attention })
      .toColourspace('srgb')
      .flatten({ background: paper })
      .jpeg({ quality: 82, progressive: false })
      .toBuffer()
  })
  const size = { width: side, height: side, shownWidth: shownSide, shownHeight: shownSide }
  return asset(bytes, 'image/jpeg', size)
}
