import { join } from 'node:path'
import type { EmailParts } from '../render/email/parts.js'
import { partsFile } from '../send/build.js'
import { PartsRefused } from '../send/compose/parts-refused.js'
import { readParts } from '../send/compose/read-parts.js'
import type { PreviewOptions } from './app.js'

/** The email of an issue in the pieces that it is sent in; undefined where there is none now. */
export async function emailPartsOf(
  slug: string,
  { files, outputDir, state }: Pick<PreviewOptions, 'files' | 'outputDir' | 'state'>,
): Promise<EmailParts | undefined> {
  const path = join(outputDir, slug, partsFile)
  if (!state.data().issues.some(each => each.slug === slug) || (await files.kind(path)) !== 'file')
    return undefined
  try {
    return readParts(await files.read(path))
  } catch (error) {
    // Of a build by another version, which is built anew in a moment.
    if (error instanceof PartsRefused) return undefined
    throw error
  }
}
