import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Logs of what was not built for so long go; what they tell of is built once more. Milliseconds. */
const logsKept = 90 * 24 * 60 * 60 * 1000

/** Drafts that are older were left by a process that was killed. Milliseconds. */
const draftsKept = 60 * 60 * 1000

/** How `diskCache` names its files, and the drafts of them; whatever else lies there is somebody's own. */
const names = {
  folder: /^[0-9a-f]{2}$/,
  blob: /^[0-9a-f]{38}(?:\.\d+-\d+-\d+\.draft)?$/,
  /** `v24.1.0-x64-1a2b3c4d-0`, and what is in it: as Node names them. */
  node: /^v\d+\./,
  compiled: /^[0-9a-f]+(?:\.\w+)?$/,
  log: /^[0-9a-f]{40}\.jsonl(?:\.\d+-\d+-\d+\.draft)?$/,
}

/** Removes what was not used for longest until all has three quarters of so many bytes. Another process may do so too. */
export async function sweep(folder: string, most: number): Promise<void> {
  const now = Date.now()
  const logs = await filesIn(join(folder, 'builds'), names.log)
  const found = [...logs, ...(await blobsIn(join(folder, 'blobs')))]
  const isStale = ({ path, used }: Kept) => {
    if (path.endsWith('.draft')) return now - used > draftsKept
    return path.endsWith('.jsonl') && now - used > logsKept
  }
  const stale = found.filter(isStale)
  const kept = found.filter(file => !isStale(file) && !file.path.endsWith('.draft'))
  let bytes = kept.reduce((sum, { size }) => sum + size, 0)
  for (const file of bytes > most ? kept.sort((a, b) => a.used - b.used) : []) {
    if (bytes <= most * 0.75) break
    bytes -= file.size
    stale.push(file)
  }
  const compiled = await compiledIn(join(folder, 'compiled'))
  stale.push(...compiled.filter(({ used }) => now - used > logsKept))
  for (const { path } of stale) await rm(path, { force: true }).catch(() => undefined)
}

interface Kept {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970. */
  readonly used: number
}

async function blobsIn(folder: string): Promise<Kept[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found: Kept[] = []
  for (const entry of entries)
    if (entry.isDirectory() && names.folder.test(entry.name))
      found.push(...(await filesIn(join(folder, entry.name), names.blob)))
  return found
}

/** What V8 made of the program's text, by Node's version. Nobody notes when it is used: it is made anew once in a while. */
async function compiledIn(folder: string): Promise<Kept[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found: Kept[] = []
  for (const entry of entries)
    if (entry.isDirectory() && names.node.test(entry.name))
      found.push(...(await filesIn(join(folder, entry.name), names.compiled)))
  return found
}

async function filesIn(folder: string, named: RegExp): Promise<Kept[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const found: Kept[] = []
  for (const entry of entries) {
    if (!entry.isFile() || !named.test(entry.name)) continue
    const path = join(folder, entry.name)
    const there = await stat(path).catch(() => undefined)
    if (there) found.push({ path, size: there.size, used: there.mtimeMs })
  }
  return found
}
