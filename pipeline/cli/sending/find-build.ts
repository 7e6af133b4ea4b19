import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Config } from '../../config/config.js'
import { readSlug } from '../../parse/front-matter-slug.js'
import { isManifest } from '../../read/find.js'
import { kindOf } from '../../read/readers.js'
import { type Build, BuildRefused, readBuild, reportFile } from '../../send/build.js'
import type { Files, World } from '../../world.js'
import { UsageError } from '../exit.js'

/**
 * The slug that an argument names: an issue's own, the path of its article or of its folder, or of what was built of it.
 */
export function slugOf(issue: string): string {
  const name = basename(issue)
  const written = isManifest(name)
    ? basename(dirname(issue))
    : kindOf(name)
      ? basename(name, extname(name))
      : name
  const read = readSlug(written)
  return 'slug' in read ? read.slug : written
}

/** The build of an issue. @param issue a slug, or a path @throws UsageError where there is none that can be sent */
export async function findBuild(
  issue: string,
  { outputDir }: Pick<Config, 'outputDir'>,
  cwd: string,
  { files }: Pick<World, 'files'>,
): Promise<Build> {
  const asPath = resolve(cwd, issue)
  const isBuild = await isBuilt(asPath, files)
  const slug = slugOf(issue)
  const folder = isBuild ? asPath : join(outputDir, slug)
  if (!(await isBuilt(folder, files)))
    throw new UsageError(
      `There is no build of ${slug}: expected ${join(folder, reportFile)}. ${await whatIsBuilt(outputDir, files)}`,
    )
  try {
    return await readBuild(folder, slug, files)
  } catch (error) {
    if (!(error instanceof BuildRefused) && !(error instanceof Error && error.name === 'PartsRefused'))
      throw error
    throw new UsageError(error.message)
  }
}

const isBuilt = async (folder: string, files: Pick<Files, 'kind'>): Promise<boolean> =>
  (await files.kind(join(folder, reportFile))) === 'file'

/** So many issues are named to somebody who may have mistyped one. */
const named = 10

async function whatIsBuilt(outputDir: string, files: Pick<Files, 'kind' | 'list'>): Promise<string> {
  const folders = (await files.kind(outputDir)) === 'folder' ? await files.list(outputDir) : []
  const built: string[] = []
  for (const { name } of folders) if (await isBuilt(join(outputDir, name), files)) built.push(name)
  if (built.length === 0) return 'Run `trifold build` first.'
  const more = built.length > named ? ` and ${built.length - named} more` : ''
  return `Built are ${built.slice(0, named).join(', ')}${more}; \`trifold build\` builds others.`
}
