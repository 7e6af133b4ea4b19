import type Libsql from 'libsql'
import { StoreUnavailable } from '../../send/sending-store.js'

/** A value that a column holds. */
export type Value = string | number | null | Uint8Array

/** A row by its columns. */
export type Row = Readonly<Record<string, string | number | null | ArrayBuffer>>

/** SQLite as the store speaks to it. Every call throws StoreUnavailable where the file cannot be used. */
export interface Database {
  /** All rows that a statement gives. */
  all(sql: string, ...values: readonly Value[]): readonly Row[]
  /** The first of them. */
  get(sql: string, ...values: readonly Value[]): Row | undefined
  /** @returns how many rows were changed */
  run(sql: string, ...values: readonly Value[]): number
  /**
   * Runs all of it or nothing. Who else writes waits meanwhile, and so it must be short. What it throws is thrown on,
   * after nothing has happened.
   */
  transaction<T>(work: () => T): T
  close(): void
}

/** How long one process waits for another that writes. */
const patience = 10_000

/**
 * Opens a file of SQLite, and makes it where it is not there.
 *
 * With a journal that is rolled back, not a write-ahead log: libsql's SQLite is 3.45.1, whose log can lose what was
 * committed where several processes have the file open (https://sqlite.org/wal.html#walresetbug), and two processes are
 * usual here, one that serves and one that sends. Each transaction is on the disk before it is said to be done.
 *
 * @param path absolute
 * @throws StoreUnavailable
 */
export async function openDatabase(path: string): Promise<Database> {
  const Constructor = await load()
  const safely = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw explained(error, path)
    }
  }
  const db = safely(() => {
    const opened = new Constructor(path, { timeout: patience })
    // What was erased must not be left in the file, nor in the journal.
    opened.pragma('journal_mode = TRUNCATE')
    opened.pragma('secure_delete = ON')
    opened.pragma('synchronous = FULL')
    opened.pragma('foreign_keys = ON')
    return opened
  })
  const statements = new Map<string, Libsql.Statement>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const made = db.prepare(sql)
    statements.set(sql, made)
    return made
  }
  let isWithin = false
  return {
    // libsql gives the rows of what it prepared as objects; its types leave open of which kind.
    all: (sql, ...values) => safely(() => prepared(sql).all(...values) as Row[]),
    get: (sql, ...values) => safely(() => prepared(sql).get(...values) as Row | undefined),
    run: (sql, ...values) => safely(() => prepared(sql).run(...values).changes),
    transaction(work) {
      if (isWithin) return work()
      safely(() => db.exec('BEGIN IMMEDIATE'))
      isWithin = true
      try {
        const result = work()
        safely(() => db.exec('COMMIT'))
        return result
      } catch (error) {
        rollBack(db)
        throw error
      } finally {
        isWithin = false
      }
    },
    close: () => safely(() => db.close()),
  }
}

/** After a full disk SQLite may have rolled back by itself. */
function rollBack(db: Libsql.Database): void {
  try {
    db.exec('ROLLBACK')
  } catch {
    // There is no transaction any more, which is what was wanted.
  }
}

async function load(): Promise<typeof Libsql> {
  try {
    return (await import('libsql')).default
  } catch (error) {
    throw new StoreUnavailable(
      `The list of readers needs the package libsql, which is not there for this system (${process.platform}, ${process.arch}): ` +
        'run `npm install libsql`. Building needs none of it.',
      { cause: error },
    )
  }
}

/** What SQLite's words mean, by its result codes (https://sqlite.org/rescode.html). */
const meanings: readonly (readonly [RegExp, (path: string) => string])[] = [
  [
    /^SQLITE_(?:BUSY|LOCKED)/,
    path =>
      `Another process has kept ${path} locked for ${patience / 1000} seconds. Nothing was written; try again when it is done.`,
  ],
  [
    /^SQLITE_FULL/,
    path => `There is no room left on the disk of ${path}. Nothing was written; make room and try again.`,
  ],
  [
    /^SQLITE_(?:NOTADB|CORRUPT)/,
    path => `${path} is not a list of readers, or is damaged. Nothing was written; put a copy of it back.`,
  ],
  [/^SQLITE_(?:READONLY|PERM|CANTOPEN|AUTH)/, path => `${path} cannot be written. See who may write there.`],
  [/^SQLITE_IOERR/, path => `The disk of ${path} cannot be read or written. Nothing was written.`],
]

function explained(error: unknown, path: string): Error {
  if (error instanceof StoreUnavailable) return error
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  // Where the file cannot be opened libsql has no code, but SQLite's number at the end of its words.
  const name = code || (/\b14"?\)?$/.test(message) ? 'SQLITE_CANTOPEN' : '')
  const meaning = meanings.find(([pattern]) => pattern.test(name))
  const says = meaning ? meaning[1](path) : `${path}: ${message}`
  return new StoreUnavailable(says, { cause: error })
}
