import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { isAbsolute, join } from 'node:path'

/** Reads a file of an installed npm package by `name/path/in/package`. */
export type PackageReader = (path: string) => Promise<Uint8Array | undefined>

/** `name/rest` or `@scope/name/rest`, in the characters that npm allows in a name. */
const packagePath = /^(?:@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*\/[^\\]+$/i

/**
 * Finds packages as Node does: from each of the folders in turn, then from Trifold's own installation. What is not
 * the path of a file in a package, one with `..` in it say, is not found.
 *
 * @param roots absolute paths of folders, the publication's first
 */
export function packageReader(roots: readonly string[]): PackageReader {
  const find = packageFinder(roots)
  return async path => {
    for (const file of find(path)) {
      const bytes = await readFile(file).catch(() => undefined)
      if (bytes) return bytes
    }
    return undefined
  }
}

/** Where a file of an installed npm package lies, nearest first; the same as `packageReader` reads. */
export function packageFinder(roots: readonly string[]): (path: string) => readonly string[] {
  const requires = [
    ...roots.map(root => createRequire(join(root, 'package.json'))),
    createRequire(import.meta.url),
  ]
  return path => {
    if (!packagePath.test(path) || path.split('/').includes('..')) return []
    return requires.flatMap(({ resolve }) => resolved(resolve, path) ?? [])
  }
}

function resolved(resolve: NodeJS.RequireResolve, path: string): string | undefined {
  try {
    const file = resolve(path)
    // A module of Node's own resolves to its name.
    return isAbsolute(file) ? file : undefined
  } catch {
    return undefined
  }
}
