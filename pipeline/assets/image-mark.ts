import type { ImageAsset } from './assets.js'
import type { Pixels } from './image-encode.js'
import { decodeOptions, decodeSeconds, decoding, type ImageFile, loadSharp } from './image-file.js'
import { asset } from './image-make.js'
import { inkOf, plateFor, type Region } from './mark-plate.js'

/** CSS px that a mark is shown at, at most. */
const tallest = 44
const widest = 240
/** Pixels of the file for one CSS px. */
const scale = 2
/** CSS px of a plate around a mark, and of the rounding of its corners. */
const margin = 4
const rounding = 4

/**
 * A publication's mark, at the size of a masthead and twice as fine, as a PNG. What was transparent stays so where the
 * mark is seen on light and on dark grounds alike; otherwise a plate is baked into the picture, for a ground behind it
 * would be recoloured with the rest by clients that make mail dark.
 *
 * @param papers what it may stand on, first the one it is made for
 * @throws ImageUndecodable
 */
export async function makeMark(file: ImageFile, papers: readonly [string, string]): Promise<ImageAsset> {
  const whole = await drawn(file)
  const plate = plateFor(whole, papers)
  const ink = inkOf(whole)
  if (!plate) return finished(await fitted(whole, ink, tallest), 0, undefined)
  return finished(await fitted(whole, ink, tallest - 2 * margin), margin * scale, plate)
}

/** The mark with its transparency, larger than it is wanted. */
function drawn(file: ImageFile): Promise<Pixels> {
  return decoding(async () => {
    const sharp = await loadSharp()
    const { width, height } = file.natural
    const fit = Math.min((4 * tallest * scale) / height, (4 * widest * scale) / width)
    const by = file.lines ? fit : Math.min(1, fit)
    const density = Math.min(100_000, Math.max(1, 72 * by))
    return sharp(file.bytes, { ...decodeOptions, ...(file.lines && { density }) })
      .timeout({ seconds: decodeSeconds })
      .resize({
        width: Math.max(1, Math.round(width * by)),
        height: Math.max(1, Math.round(height * by)),
        fit: 'fill',
      })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
  })
}

/** The mark without the clear space around it, no larger than it is and so high at most, CSS px. */
async function fitted({ data, info }: Pixels, ink: Region, high: number): Promise<Pixels> {
  const sharp = await loadSharp()
  const { width, height, channels } = info
  const by = Math.min(1, (high * scale) / ink.height, (widest * scale) / ink.width)
  return sharp(Buffer.from(data), { raw: { width, height, channels } })
    .extract(ink)
    .resize({
      width: Math.max(1, Math.round(ink.width * by)),
      height: Math.max(1, Math.round(ink.height * by)),
      fit: 'fill',
    })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
}

/** @param around pixels of the plate on each side */
async function finished(
  { data, info }: Pixels,
  around: number,
  plate: string | undefined,
): Promise<ImageAsset> {
  const sharp = await loadSharp()
  const { width: inner, height: innerHeight } = info
  const [width, height] = [inner + 2 * around, innerHeight + 2 * around]
  const raw = { width: inner, height: innerHeight, channels: 4 as const }
  const image = plate
    ? sharp(plateOf(width, height, plate)).composite([
        { input: Buffer.from(data), raw, left: around, top: around },
      ])
    : sharp(data, { raw })
  const bytes = await image.png({ compressionLevel: 9 }).toBuffer()
  // A small picture of points is shown larger than fine, and smaller than its own size never.
  const shown = Math.min(1, tallest / height, widest / width)
  return asset(bytes, 'image/png', {
    width,
    height,
    shownWidth: Math.max(1, Math.round(width * shown)),
    shownHeight: Math.max(1, Math.round(height * shown)),
  })
}

const plateOf = (width: number, height: number, colour: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" rx="${rounding * scale}" fill="${colour}"/></svg>`,
  )
