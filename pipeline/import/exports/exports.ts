import { basename } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import type { Report } from '../../messages.js'
import { readFrontMatter } from '../../parse/front-matter.js'
import { keysAsBlock } from '../../parse/front-matter-block.js'
import type { ParsedSource } from '../../parse/parse.js'
import type { ReaderOptions } from '../../read/readers.js'
import { isZip, unzip, ZipRefused } from '../../read/zip.js'
import { type Export, ExportUnreadable } from './post.js'

/** The services whose exports are read. */
export type ExportKind = 'ghost' | 'substack' | 'wordpress'

/** The table of an export of Substack that was unpacked: the posts lie beside it. */
export const substackTable = 'posts.csv'

/** Whose export a file is, by its name and how it begins; undefined for a file that is an article. */
export function exportKind(path: string, bytes: Uint8Array): ExportKind | undefined {
  if (basename(path) === substackTable) return 'substack'
  if (/\.json$/i.test(path)) return 'ghost'
  if (/\.xml$/i.test(path)) return 'wordpress'
  return /\.zip$/i.test(path) && isZip(bytes) ? 'substack' : undefined
}

/**
 * The posts of an export, each as an article's HTML with its front matter. What is left out has a message.
 *
 * @param beside the files of an export that is unpacked, by their names in its folder
 */
export async function readExport(
  kind: ExportKind,
  bytes: Uint8Array,
  options: ReaderOptions,
  report: Report,
  beside: () => Promise<ReadonlyMap<string, Uint8Array>>,
): Promise<ParsedSource[]> {
  try {
    const { posts, left } = await exported(kind, bytes, beside)
    for (const { title, why } of left)
      report('import-post', `Unexpected post “${title}”, which ${why}; it is left out`)
    return posts.map(({ slug, html, keys }) => {
      const block = keysAsBlock({ slug, ...keys })
      return {
        frontMatter: readFrontMatter(block, { lang: options.lang, slug }, report),
        hast: fromHtml(html, { fragment: true }),
        tags: [],
      }
    })
  } catch (error) {
    if (!(error instanceof ExportUnreadable || error instanceof ZipRefused)) throw error
    report('article-unreadable', `Unexpected export that cannot be read: ${error.message}`)
    return []
  }
}

async function exported(
  kind: ExportKind,
  bytes: Uint8Array,
  beside: () => Promise<ReadonlyMap<string, Uint8Array>>,
): Promise<Export> {
  switch (kind) {
    case 'ghost':
      return (await import('./ghost.js')).readGhost(new TextDecoder().decode(bytes))
    case 'wordpress':
      return (await import('./wordpress.js')).readWordPress(new TextDecoder().decode(bytes))
    case 'substack':
      return (await import('./substack.js')).readSubstack(isZip(bytes) ? unzip(bytes) : await beside())
  }
}
