import { join } from 'node:path'
import type { World } from '../world.js'
import { WriteFailed, writeWhole } from '../write/write.js'
import { findPlace } from './place.js'
import type { Settings } from './settings.js'
import { starterFiles } from './starter.js'

/** A publication that is to be made. */
export interface NewPublication {
  /** Absolute. */
  readonly folder: string
  /** The folder as the person calls it. */
  readonly name: string
  readonly settings: Settings
}

/**
 * Makes a publication in a folder that is not there or is empty: all its files, or none and no folder either.
 *
 * @returns the files, as paths from the folder
 * @throws {PlaceTaken}
 * @throws {WriteFailed}
 */
export async function makePublication(
  { folder, name, settings }: NewPublication,
  world: World,
): Promise<string[]> {
  const place = await findPlace(folder, name, world.files)
  const files = await starterFiles(settings, place.folder, world)
  try {
    await writeWhole(files, place.folder, world.files)
  } catch (error) {
    // writeWhole has taken the files away again, but not the folders that were made for them.
    const made = place.missing ? [place.missing] : files.flatMap(({ path }) => topFolder(path, place.folder))
    if (error instanceof WriteFailed)
      for (const each of made) await world.files.remove(each).catch(() => undefined)
    throw error
  }
  return files.map(({ path }) => path)
}

const topFolder = (path: string, folder: string): string[] =>
  path.includes('/') ? [join(folder, path.slice(0, path.indexOf('/')))] : []
