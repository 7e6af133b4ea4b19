import { join } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { z } from 'zod'
import { newestFirst, type SiteItem } from '../../templates/site/item.js'
import { finding } from '../messages.js'
import type { Files } from '../world.js'
import { itemFile } from './links.js'

const moment = z.iso.datetime({ offset: true })

const itemSchema: z.ZodType<SiteItem> = z.object({
  id: z.string().min(1),
  url: z.url().optional(),
  external_url: z.url().optional(),
  title: z.string(),
  content_html: z.string(),
  summary: z.string().optional(),
  image: z.url().optional(),
  date_published: moment.optional(),
  date_modified: moment,
  authors: z.array(z.object({ name: z.string(), url: z.string().optional() })).optional(),
  tags: z.array(z.string()).optional(),
  language: z.string(),
  _trifold: z.object({
    slug: z.string(),
    number: z.string().optional(),
    subtitle: z.string().optional(),
    date: z.string().optional(),
    dir: z.enum(['ltr', 'rtl']),
    picture: z.object({ path: z.string(), width: z.number(), height: z.number() }).optional(),
  }),
})

/** The issues that were built, by this build or an earlier one. */
export interface ItemsRead {
  /** The newest first. */
  readonly items: readonly SiteItem[]
  readonly messages: readonly VFileMessage[]
}

/**
 * Reads what the issues in a folder left. One that cannot be read is told of and left out.
 *
 * @param outputDir absolute
 * @param nameOf a path as messages name it
 */
export async function readItems(
  outputDir: string,
  files: Files,
  nameOf: (path: string) => string,
): Promise<ItemsRead> {
  const items: SiteItem[] = []
  const messages: VFileMessage[] = []
  for (const slug of await slugsIn(outputDir, files)) {
    const path = join(outputDir, slug, itemFile)
    const item = await readItem(path, files)
    if (item?._trifold.slug === slug) items.push(item)
    else {
      const found = item ? `issue \`${item._trifold.slug}\`` : 'content'
      const reason = `Unexpected ${found}, expected what a build wrote of \`${slug}\`; it is left out of the archive and the feeds until it is built again`
      messages.push(finding('site-item', reason, { file: nameOf(path) }))
    }
  }
  return { items: items.sort(newestFirst), messages }
}

/** The folders that hold an item, in the order of their names. */
export async function slugsIn(outputDir: string, files: Files): Promise<string[]> {
  if ((await files.kind(outputDir)) !== 'folder') return []
  const slugs: string[] = []
  for (const { name, kind } of await files.list(outputDir)) {
    if (kind === 'folder' && (await files.kind(join(outputDir, name, itemFile))) === 'file') slugs.push(name)
  }
  return slugs
}

async function readItem(path: string, files: Files): Promise<SiteItem | undefined> {
  try {
    return itemSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(path)))).data
  } catch {
    return undefined
  }
}
