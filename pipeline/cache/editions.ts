import { basename, dirname, join } from 'node:path'
import type { Format } from '../article.js'
import type { Downloads } from '../render/rendition.js'
import type { Files } from '../world.js'
import { earlierDownloads } from '../write/earlier-report.js'
import type { Seen } from './trace.js'

const editions = ['pdf', 'epub'] as const

/** What a web page that a build makes alone tells of the editions that lie beside it. */
export const editionsSeen = (
  folder: string,
  { made, published }: { readonly made: readonly Format[]; readonly published: readonly Format[] },
  found: Downloads,
): Seen[] =>
  editions
    .filter(format => published.includes(format) && !made.includes(format))
    .map(format => ['edition', join(folder, format), String(found[format]?.bytes)])

/** What is there now. @param place an issue's folder and a format */
export async function editionAt(place: string, files: Files): Promise<string> {
  const format = editions.find(edition => edition === basename(place))
  return String(format && (await earlierDownloads(dirname(place), files))[format]?.bytes)
}
