import { randomBytes } from 'node:crypto'
import { access, chmod, link, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type SendingStore, StoreUnavailable } from '../../send/sending-store.js'
import { openDatabase } from './database.js'
import { sqliteLedger } from './ledger.js'
import { sqliteLinkCounts } from './link-counts.js'
import type { Machine } from './machine.js'
import { sqliteReaders } from './readers.js'
import { bringUpToDate } from './schema.js'

/** The file of the list and the ledger. */
export const databaseFile = 'readers.db'
/** The file of the key that tokens are signed with. */
export const secretFile = 'secret.key'

/** Opens the list and the ledger in a folder, and makes both where they are not there. @throws StoreUnavailable */
export async function openStore(folder: string, machine: Machine): Promise<SendingStore> {
  const secret = await secretIn(folder)
  const path = join(folder, databaseFile)
  const db = await openDatabase(path)
  try {
    bringUpToDate(db, path)
  } catch (error) {
    db.close()
    throw error
  }
  // Names and addresses are nobody else's business on a machine that others use.
  await chmod(path, 0o600).catch(() => undefined)
  const readers = sqliteReaders(db, secret, machine.time)
  const ledger = sqliteLedger(db, machine)
  return { readers, ledger, links: sqliteLinkCounts(db), close: async () => db.close() }
}

/** The key of a folder, which is made at the first call. @throws StoreUnavailable */
export async function secretIn(folder: string): Promise<Uint8Array> {
  const path = join(folder, secretFile)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Whoever keeps the publication in git must not publish its readers.
    await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(ignoreExisting)
    const known = await readFile(path, 'utf8').catch(ignoreMissing)
    if (known === undefined) await mustBeNew(join(folder, databaseFile), path)
    return bytesOf(known ?? (await made(path)), path)
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new StoreUnavailable(`The folder of the list of readers cannot be used: ${reason}`, {
      cause: error,
    })
  }
}

/** With another key nobody can leave by what was sent, and who was erased is not known again. */
async function mustBeNew(database: string, path: string): Promise<void> {
  const isThere = await access(database).then(
    () => true,
    () => false,
  )
  if (isThere)
    throw new StoreUnavailable(
      `${path} is gone, the key of ${database} beside it: no link in what was sent works without it. Put a copy of it back. Where there is none, make another (\`openssl rand -hex 32\`): these links never work again then, and an import may bring back who was erased.`,
    )
}

/** Whole or not at all, and of two processes that make one the first one's. */
async function made(path: string): Promise<string> {
  const text = `${randomBytes(32).toString('hex')}\n`
  const temporary = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(temporary, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(temporary, path).catch(ignoreExisting)
  } finally {
    await rm(temporary, { force: true })
  }
  return readFile(path, 'utf8')
}

function bytesOf(text: string, path: string): Uint8Array {
  if (!/^[\da-f]{64}\n?$/.test(text))
    throw new StoreUnavailable(
      `${path} is damaged: expected 64 hexadecimal digits. Put a copy of it back; with another key, links in what was sent no longer work.`,
    )
  return Buffer.from(text.trim(), 'hex')
}

function ignoreExisting(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
