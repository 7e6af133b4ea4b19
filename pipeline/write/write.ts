import { join } from 'node:path'
import type { RenditionFile } from '../render/rendition.js'
import type { Files } from '../world.js'

/** A file could not be written; what was there before is there again. */
export class WriteFailed extends Error {
  override name = 'WriteFailed'
  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super(`Cannot write ${path}: ${reasonOf(cause)}`)
  }
}

/**
 * Writes the files of one rendition, all or none: where one fails, those before it are put back as they were.
 *
 * @param folder absolute
 * @throws WriteFailed
 */
export async function writeWhole(
  files: readonly RenditionFile[],
  folder: string,
  disk: Files,
): Promise<void> {
  const undo: (() => Promise<void>)[] = []
  for (const file of files) {
    const path = join(folder, file.path)
    try {
      const before = await earlier(path, disk)
      if (before && sameBytes(before, file.bytes)) continue
      await disk.write(path, file.bytes)
      undo.push(() => (before ? disk.write(path, before) : disk.remove(path)))
    } catch (error) {
      for (const step of undo.reverse()) await step().catch(() => undefined)
      throw new WriteFailed(path, error)
    }
  }
}

async function earlier(path: string, disk: Files): Promise<Uint8Array | undefined> {
  return (await disk.kind(path)) === 'file' ? disk.read(path) : undefined
}

const sameBytes = (a: Uint8Array, b: Uint8Array) =>
  a.byteLength === b.byteLength && Buffer.compare(a, b) === 0

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const known: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'a folder above it is a file',
    EISDIR: 'it is a folder',
    EEXIST: 'a folder above it is a file',
  }
  return known[code] ?? (cause instanceof Error ? cause.message : String(cause))
}
