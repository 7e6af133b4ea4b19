import type { World } from '../world.js'

/**
 * A world that reads each file of a package once: typefaces and their tables are asked for some sixty times in a build,
 * and nobody edits them. What is not there is looked for each time, since it may be installed meanwhile.
 */
export function withKnownPackages(world: World): World {
  const files = new Map<string, Uint8Array>()
  const paths = new Map<string, string>()
  return {
    ...world,
    async packageFile(path) {
      const bytes = files.get(path) ?? (await world.packageFile(path))
      if (bytes) files.set(path, bytes)
      return bytes
    },
    packagePath(path) {
      const found = paths.get(path) ?? world.packagePath(path)
      if (found !== undefined) paths.set(path, found)
      return found
    },
  }
}
