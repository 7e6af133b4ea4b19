import { dirname, join, relative } from 'node:path'
import type { Files } from '../world.js'

/** A publication cannot be made there. The message says why and what to do. */
export class PlaceTaken extends Error {
  override name = 'PlaceTaken'
}

/** Where a publication is to be made. */
export interface Place {
  /** Absolute, with links resolved. */
  readonly folder: string
  /** The highest folder of it that is not there yet; undefined where all are. */
  readonly missing?: string
}

/** What is in a folder before anybody has put anything there: git's own, and that of the Mac's file browser. */
const asGoodAsNothing = new Set(['.git', '.DS_Store'])

/**
 * Looks whether a folder is free: not there, or empty.
 *
 * @param folder absolute
 * @param name as the person calls it
 * @throws {PlaceTaken}
 */
export async function findPlace(folder: string, name: string, files: Files): Promise<Place> {
  const kind = await files.kind(folder)
  if (kind === 'file')
    throw new PlaceTaken(`${name}: it is a file, and a publication is a folder; choose another name`)
  if (kind === 'folder') {
    const there = (await files.list(folder)).filter(entry => !asGoodAsNothing.has(entry.name))
    if (there.some(entry => entry.name === 'trifold.yaml'))
      throw new PlaceTaken(
        `${name}: it is a publication already; run \`npx trifold build\` in it, or choose another name for a new one`,
      )
    if (there.length > 0)
      throw new PlaceTaken(
        `${name}: the folder is not empty, and nothing in it is written over; choose another name`,
      )
    return { folder: (await files.resolve(folder)) ?? folder }
  }
  let missing = folder
  while ((await files.kind(dirname(missing))) === undefined && dirname(missing) !== missing)
    missing = dirname(missing)
  const above = dirname(missing)
  if ((await files.kind(above)) === 'file')
    throw new PlaceTaken(`${name}: ${above} is a file, and nothing can be made in it; choose another place`)
  const real = (await files.resolve(above)) ?? above
  return { folder: join(real, relative(above, folder)), missing: join(real, relative(above, missing)) }
}
