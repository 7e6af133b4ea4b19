import { createHash } from 'node:crypto'
import { z } from 'zod'
import { formats } from '../article.js'
import { readSlug } from '../parse/front-matter-slug.js'
import type { RenditionFile } from '../render/rendition.js'
import type { Files } from '../world.js'
import { reportFile } from '../write/write-issue.js'
import { jsonIn, readInside } from './read-inside.js'
import type { BuiltShard } from './read-shards.js'

/** A name that leads nowhere else, not on any system, and is not hidden. */
const segment = /^[\p{L}\p{N}\p{M}_-][\p{L}\p{N}\p{M}_.-]*$/u

const isPath = (path: string): boolean =>
  path !== reportFile && path.split('/').every(part => segment.test(part))

const formatSchema = z.strictObject({
  state: z.enum(['built', 'stale', 'none']),
  files: z.array(
    z.strictObject({
      path: z.string().refine(isPath, 'expected a path within the folder'),
      bytes: z.int().nonnegative(),
      sha256: z.string(),
    }),
  ),
  sizes: z.record(z.string(), z.number()),
})

/** `report.json`, with its keys in the order that a build writes. What it tells people is not looked into. */
const reportSchema = z.strictObject({
  trifold: z.string(),
  slug: z.string(),
  title: z.string(),
  formats: z.partialRecord(z.enum(formats), formatSchema),
  republished: z.array(z.unknown()).optional(),
  messages: z.array(z.unknown()),
  silenced: z.array(z.unknown()).optional(),
})

/** What a shard's report says of an issue. */
export type ShardReport = z.infer<typeof reportSchema>

/** An issue in a shard's folder: its report, and each file that the report lists, once. */
export interface IssueFiles {
  readonly report: ShardReport
  readonly files: readonly RenditionFile[]
}

/** What an issue's folder has is not what its report says. The message says what, and what to do. */
export class ShardFault extends Error {
  override name = 'ShardFault'
}

/**
 * Reads an issue of a shard. The folder is data from elsewhere: only what the report lists is read, with its bytes held
 * against it, and nothing outside of the folder.
 *
 * @throws ShardFault
 */
export async function readIssueFiles(
  { folder }: Pick<BuiltShard, 'folder'>,
  slug: string,
  files: Files,
): Promise<IssueFiles> {
  const again = 'build the shard again, and copy its folder as it is'
  const named = readSlug(slug)
  if (!('slug' in named) || named.slug !== slug)
    throw new ShardFault(`Unexpected slug \`${slug}\`, expected the name of a folder; ${again}`)
  const read = (path: string) => readInside(folder, `${slug}/${path}`, files).catch(() => undefined)
  const written = await read(reportFile)
  if (!written) throw new ShardFault(`Unexpected want of \`${slug}/${reportFile}\`; ${again}`)
  const { data: report, error } = reportSchema.safeParse(jsonIn(written))
  if (!report || report.slug !== slug) {
    const at = error?.issues[0]?.path.join('.')
    throw new ShardFault(
      `Unexpected content of \`${slug}/${reportFile}\`${at ? ` at \`${at}\`` : ''}, expected what a build writes of \`${slug}\`; ${again}`,
    )
  }
  const found = new Map<string, RenditionFile & { readonly sha256: string }>()
  for (const { path, bytes: size, sha256 } of Object.values(report.formats).flatMap(format => format.files)) {
    if (found.get(path)?.sha256 === sha256) continue
    const bytes = await read(path)
    if (!bytes)
      throw new ShardFault(`Unexpected want of \`${slug}/${path}\`, which its report lists; ${again}`)
    if (bytes.byteLength !== size || createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new ShardFault(
        `Unexpected bytes in \`${slug}/${path}\`, expected those that its report has the SHA-256 of; ${again}`,
      )
    found.set(path, { path, bytes, sha256 })
  }
  return { report, files: [...found.values()].map(({ path, bytes }) => ({ path, bytes })) }
}
