import type { Publication } from '../article.js'
import { openImage } from '../assets/image-file.js'
import { makeMark } from '../assets/image-mark.js'
import { locateImage } from '../assets/image-source.js'
import type { Files } from '../world.js'

/** The publication's mark inside an address, so that a page needs no file beside it. */
export interface InlineMark {
  readonly src: string
  readonly width: number
  readonly height: number
}

/**
 * The publication's mark; undefined where there is none or it cannot be had, which the issues tell of.
 *
 * @param root the folder that its path starts from, absolute
 */
export async function inlineMark(
  { logo, tokens }: Publication,
  root: string,
  files: Files,
): Promise<InlineMark | undefined> {
  if (!logo) return undefined
  try {
    const located = await locateImage(files, logo.src, root, root)
    if ('rule' in located) return undefined
    const bytes = 'bytes' in located ? located.bytes : await files.read(located.path)
    const mark = await makeMark(await openImage(bytes), [tokens.light.paper, tokens.dark.paper])
    const src = `data:${mark.type};base64,${Buffer.from(mark.bytes).toString('base64')}`
    return { src, width: mark.shownWidth, height: mark.shownHeight }
  } catch {
    return undefined
  }
}
