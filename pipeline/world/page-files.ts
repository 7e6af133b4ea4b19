import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the programs of the preview's page lie: beside the bundle that this is a part of. */
const own = fileURLToPath(new URL('preview/', import.meta.url))

/**
 * Reads the programs of the preview's page.
 *
 * @param folder where they are, absolute; our own by default
 * @returns undefined for a name that is none of theirs
 */
export const pageFiles =
  (folder = own) =>
  async (name: string): Promise<Uint8Array | undefined> =>
    /^[\w-]+(?:\.[\w-]+)*\.(?:js|mjs|css|html|wasm)$/.test(name)
      ? readFile(join(folder, name)).catch(() => undefined)
      : undefined
