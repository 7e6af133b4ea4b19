import { ImageUndecodable } from './image-file.js'
import type { ImageFailure } from './image-source.js'

/** What the step gives, or what the disk or the decoder had against it; a fault of our own is thrown. */
export async function orFailure<T>(step: () => Promise<T>): Promise<T | ImageFailure> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof ImageUndecodable)
      return { rule: 'image-unreadable', says: `cannot be decoded: ${error.message}. Save it as PNG or JPEG` }
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string') throw error
    return { rule: 'image-unreadable', says: `cannot be read (${code})` }
  }
}
