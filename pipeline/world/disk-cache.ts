import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import type { Cache } from '../world.js'
import { sweep } from './sweep-cache.js'

/** Bytes that the cache may hold before what was not used for longest goes. */
const mostBytes = 1024 ** 3

/** One byte stands in the file `grown` for so many that were put or appended. */
const grain = 64 * 1024

/** A file that was used is as new as this often, in milliseconds. */
const touchedEvery = 60 * 60 * 1000

const digestBytes = 32

/**
 * A cache in a folder of the disk. Processes may share it: what is put appears whole, under its content's own name; each
 * file begins with the digest of the rest, so that one that a crash or a full disk left torn is as good as gone.
 *
 * @param folder absolute; made at the first put
 */
export function diskCache(folder: string, most = mostBytes): Cache {
  let written = 0
  let sweeping: Promise<void> | undefined
  const blobOf = (key: string) => join(folder, 'blobs', key.slice(0, 2), key.slice(2))
  const logOf = (name: string) => join(folder, 'builds', `${name}.jsonl`)

  async function write(path: string, bytes: Uint8Array | string): Promise<void> {
    const draft = `${path}.${process.pid}-${threadId}-${++written}.draft`
    try {
      await writeMade(draft, bytes)
      await rename(draft, path)
    } catch {
      await rm(draft, { force: true }).catch(() => undefined)
    }
  }

  /** Notes that it grew, and sweeps when it has by an eighth of its bound since that was done last. */
  async function grow(bytes: number): Promise<void> {
    const tally = join(folder, 'grown')
    await appendFile(tally, '.'.repeat(Math.ceil(bytes / grain)))
    const grown = (await stat(tally)).size * grain
    if (grown < most / 8) return
    sweeping ??= rm(tally, { force: true })
      .then(() => sweep(folder, most))
      .finally(() => {
        sweeping = undefined
      })
    await sweeping
  }

  return {
    async get(key) {
      const path = blobOf(key)
      const kept = await readFile(path).catch(() => undefined)
      if (!kept || kept.byteLength < digestBytes) return undefined
      const bytes = kept.subarray(digestBytes)
      if (!kept.subarray(0, digestBytes).equals(sha256(bytes))) {
        await rm(path, { force: true }).catch(() => undefined)
        return undefined
      }
      await touch(path)
      return bytes
    },
    async put(key, bytes) {
      await write(blobOf(key), Buffer.concat([sha256(bytes), bytes]))
      await grow(bytes.byteLength).catch(() => undefined)
    },
    async lines(name) {
      const path = logOf(name)
      const text = await readFile(path, 'utf8').catch(() => '')
      if (text !== '') await touch(path)
      // The last one is torn where it does not end.
      return text
        .split('\n')
        .slice(0, -1)
        .filter(line => line !== '')
    },
    async append(name, lines) {
      const path = logOf(name)
      // One write: with the end of file as its place, lines of two processes do not run into each other.
      // What a process that was killed left half ends there.
      const text = `\n${lines.map(line => `${line}\n`).join('')}`
      await makeFolder(dirname(path))
        .then(() => appendFile(path, text))
        .then(() => grow(Buffer.byteLength(text)))
        .catch(() => undefined)
    },
    replace: (name, lines) => write(logOf(name), lines.map(line => `${line}\n`).join('')),
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

async function writeMade(path: string, bytes: Uint8Array | string): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await makeFolder(dirname(path))
    await writeFile(path, bytes, { flag: 'wx' })
  }
}

/** Makes a folder and those above it. Node's own way goes on for ever where none can be made and none is missed, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  const make = () =>
    mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  await make().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await make()
  })
}

/** Has a file be new to the sweep, not at each use. */
async function touch(path: string): Promise<void> {
  const now = Date.now()
  const used = await stat(path).catch(() => undefined)
  if (used && now - used.mtimeMs > touchedEvery)
    await utimes(path, now / 1000, now / 1000).catch(() => undefined)
}
