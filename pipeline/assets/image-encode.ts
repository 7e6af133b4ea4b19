import type { OutputInfo } from 'sharp'
import { loadSharp } from './image-file.js'
import type { VariantRules } from './image-variants.js'

/** Pixels of 8 bits, upright, in sRGB. */
export interface Pixels {
  readonly data: Uint8Array
  readonly info: OutputInfo
}

/** A finished file. */
export interface Encoded {
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg'
}

// What is tried, in turn, on a picture that is over a hard limit.
const lowerQualities = [70, 55, 40]

// A photograph has more within its first rows; text and charts with soft edges have fewer in all.
const flatColours = 4096

/**
 * Puts pixels in a file. A photograph becomes a JPEG. Flat art, which has few colours, becomes what is smaller, a PNG
 * with a palette or a JPEG; the PNG stays sharp, and is nearly always the smaller. Transparency is kept in a PNG.
 *
 * @param origin `photograph` for what was a JPEG, `exact` for a PNG at its own size, whose pixels are kept where the
 * bytes allow it
 */
export async function encode(
  pixels: Pixels,
  origin: 'photograph' | 'exact' | 'other',
  rules: VariantRules,
): Promise<Encoded> {
  const sharp = await loadSharp()
  const { width, height, channels } = pixels.info
  const image = () => sharp(pixels.data, { raw: { width, height, channels } })
  const png = async (palette: boolean): Promise<Encoded> => ({
    bytes: await image().png({ compressionLevel: 9, palette }).toBuffer(),
    type: 'image/png',
  })
  const jpeg = async (quality: number): Promise<Encoded> => ({
    bytes: await image().jpeg({ quality, progressive: false }).toBuffer(),
    type: 'image/jpeg',
  })

  if (channels === 2 || channels === 4) return png(false)
  if (origin === 'exact') {
    const exact = await png(false)
    if (exact.bytes.length <= rules.bytes) return exact
  }
  let best = await jpeg(rules.quality)
  if (origin !== 'photograph' && isFlat(pixels)) {
    const flat = await png(true)
    if (flat.bytes.length <= best.bytes.length) best = flat
  }
  for (const quality of rules.hard ? lowerQualities : []) {
    if (best.bytes.length > rules.bytes) best = await jpeg(quality)
  }
  return best
}

function isFlat({ data, info: { channels } }: Pixels): boolean {
  const colours = new Set<number>()
  for (let at = 0; at < data.length && colours.size <= flatColours; at += channels)
    colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
  return colours.size <= flatColours
}
