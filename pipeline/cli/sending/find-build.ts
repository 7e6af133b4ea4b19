import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Config } from '../../config/config.js'
import { readSlug } from '../../parse/front-matter-slug.js'
import { isManifest } from '../../read/find.js'
import { kindOf } from '../../read/readers.js'
import { type Build, BuildRefused, readBuild } from '../../send/build.js'
import type { World } from '../../world.js'
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
  const isBuild = (await files.kind(join(asPath, 'report.json'))) === 'file'
  const slug = slugOf(issue)
  try {
    return await readBuild(isBuild ? asPath : join(outputDir, slug), slug, files)
  } catch (error) {
    if (!(error instanceof BuildRefused) && !(error instanceof Error && error.name === 'PartsRefused'))
      throw error
    throw new UsageError(error.message)
  }
}
