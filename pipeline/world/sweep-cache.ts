import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Logs of what was not built for so long go; what they tell of is built once more. Milliseconds. */
const logsKept = 90 * 24 * 60 * 60 * 1000

/** Drafts that are older were left by a process that was killed. Milliseconds. */
const draftsKept = 60 * 60 * 1000

/** Removes what was not used for longest until the blobs have three quarters of so many bytes. Another process may do so too. */
export async function sweep(folder: string, most: number): Promise<void> {
  const now = Date.now()
  const blobs = await filesIn(join(folder, 'blobs'))
  const drafts = blobs.filter(({ path }) => path.endsWith('.draft'))
  const kept = blobs.filter(({ path }) => !path.endsWith('.draft')).sort((a, b) => a.used - b.used)
  const logs = await filesIn(join(folder, 'builds'))
  const stale = [
    ...drafts.filter(({ used }) => now - used > draftsKept),
    ...logs.filter(({ path, used }) => now - used > (path.endsWith('.draft') ? draftsKept : logsKept)),
  ]
  let bytes = kept.reduce((sum, { size }) => sum + size, 0)
  for (const blob of bytes > most ? kept : []) {
    if (bytes <= most * 0.75) break
    bytes -= blob.size
    stale.push(blob)
  }
  for (const { path } of stale) await rm(path, { force: true }).catch(() => undefined)
}

interface Kept {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970. */
  readonly used: number
}

async function filesIn(folder: string): Promise<Kept[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const found: Kept[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const there = await stat(path).catch(() => undefined)
    if (there) found.push({ path, size: there.size, used: there.mtimeMs })
  }
  return found
}
