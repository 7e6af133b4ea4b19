import { dirname, join, resolve, sep } from 'node:path'
import type { PublishRequest } from '../request.js'
import type { Files } from '../world.js'
import type { WatchedPlaces } from './scope.js'

/**
 * Where that lies of which issues are made: the content folder, or the folders that were named, the config, the
 * publication's logo. An article from outside the content folder has its pictures near it.
 *
 * @param configFiles absolute
 */
export async function placesOf(
  { config, paths, outputDir }: PublishRequest,
  configFiles: Iterable<string>,
  files: Pick<Files, 'kind'>,
): Promise<WatchedPlaces> {
  const { contentDir, root, publication } = config
  const trees = new Set<string>()
  const near = new Set<string>()
  for (const path of paths.length > 0 ? paths : [contentDir]) {
    if (path === contentDir || path.startsWith(join(contentDir, sep))) trees.add(contentDir)
    else if ((await files.kind(path)) === 'file') near.add(dirname(path))
    else trees.add(path)
  }
  const logo = publication.logo && !/^[a-z]+:/i.test(publication.logo.src) ? publication.logo.src : undefined
  return {
    trees: [...trees],
    near: [...near],
    files: [...configFiles, ...(logo === undefined ? [] : [resolve(root, logo)])],
    except: [outputDir, config.outputDir],
  }
}
