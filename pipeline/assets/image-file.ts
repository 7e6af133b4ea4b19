import type { Metadata, SharpOptions } from 'sharp'

/** A picture as it came, with what its header says. */
export interface ImageFile {
  readonly bytes: Uint8Array
  readonly metadata: Metadata
  /** Its size as it is seen, turned upright: pixels, for SVG CSS px. */
  readonly natural: { readonly width: number; readonly height: number }
  /** Drawn from lines (SVG), so that it can be made at any size. */
  readonly lines: boolean
  /** It moves: as a GIF, which every format that moves at all can show, or as a WebP. */
  readonly animated: false | 'gif' | 'webp'
}

/** A picture that cannot be decoded; the message says why. */
export class ImageUndecodable extends Error {
  override name = 'ImageUndecodable'
}

/**
 * The most pixels that are decoded. The largest phones make 108 million; a file of a few kilobytes can claim
 * billions.
 */
const mostPixels = 150_000_000

/** Seconds that one decoding may take; a drawing can be made to take hours. */
export const decodeSeconds = 60

/**
 * Damaged pictures are refused, those that are merely odd are not. Bytes are decoded, never paths: libvips and librsvg
 * then have no folder from which a drawing could name another file.
 */
export const decodeOptions = {
  limitInputPixels: mostPixels,
  failOn: 'error',
  autoOrient: true,
} as const satisfies SharpOptions

/** The library that decodes, loaded when there is a picture: it takes tens of milliseconds. */
export const loadSharp = async () => (await import('sharp')).default

/**
 * Reads a picture's header.
 *
 * @throws ImageUndecodable
 */
export async function openImage(bytes: Uint8Array): Promise<ImageFile> {
  return decoding(async () => {
    const sharp = await loadSharp()
    const metadata = await sharp(bytes, decodeOptions).metadata()
    const { width, height } = metadata.autoOrient
    if (width < 1 || height < 1) throw new Error('It has no size')
    return {
      bytes,
      metadata,
      natural: { width, height },
      lines: metadata.format === 'svg',
      animated: (metadata.pages ?? 1) > 1 && moving(metadata.format),
    }
  })
}

const moving = (format: string | undefined) => (format === 'gif' || format === 'webp' ? format : false)

/** Runs a step of decoding, with its failure as an ImageUndecodable of one line. */
export async function decoding<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof ImageUndecodable) throw error
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new ImageUndecodable(line.trim(), { cause: error })
  }
}
