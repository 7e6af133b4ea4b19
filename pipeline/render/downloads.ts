import type { Format } from '../article.js'
import type { Download, Downloads, Rendition } from './rendition.js'

/** What a web page can know of the editions beside it. */
export interface Editions {
  /** Those of this build, on their way. */
  readonly made: { readonly [format in keyof Downloads]?: Promise<Rendition> | undefined }
  /** Those that an earlier build wrote and that are there still; undefined where nobody looked. */
  readonly earlier: Downloads | undefined
  /** The formats that are published. */
  readonly published: readonly Format[]
}

/** The editions that will be there when the build is done, whole or not at all. */
export async function downloadsOf({ made, earlier, published }: Editions): Promise<Downloads> {
  const found: { -readonly [format in keyof Downloads]: Downloads[format] } = {}
  for (const format of ['pdf', 'epub'] as const) {
    if (!published.includes(format)) continue
    const download = await oneOf(format, made[format], earlier)
    if (download) found[format] = download
  }
  return found
}

async function oneOf(
  format: keyof Downloads,
  made: Promise<Rendition> | undefined,
  earlier: Downloads | undefined,
): Promise<Download | undefined> {
  const file = (await made)?.files.find(({ path }) => path.endsWith(`.${format}`))
  if (file) return { bytes: file.bytes.byteLength }
  if (earlier) return earlier[format]
  // Whoever renders one format alone says what is published, and has the others elsewhere.
  return made ? undefined : {}
}
