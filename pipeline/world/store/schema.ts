import { StoreUnavailable } from '../../send/sending-store.js'
import type { Database } from './database.js'

/** Each step makes of one version the next. What was released is never changed, only followed. */
const steps: readonly (readonly string[])[] = [
  [
    `CREATE TABLE reader (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      address TEXT NOT NULL UNIQUE,
      email TEXT NOT NULL,
      name TEXT,
      state TEXT NOT NULL,
      since INTEGER NOT NULL,
      attributes TEXT NOT NULL,
      tags TEXT NOT NULL,
      consent_at INTEGER,
      consent_source TEXT,
      consent_address TEXT,
      soft_bounces INTEGER NOT NULL DEFAULT 0
    ) STRICT`,
    'CREATE INDEX reader_state ON reader (state, id)',
    'CREATE TABLE erased (hash TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID, STRICT',
    `CREATE TABLE build (
      digest TEXT PRIMARY KEY,
      slug TEXT NOT NULL,
      title TEXT NOT NULL,
      kept_at INTEGER NOT NULL
    ) WITHOUT ROWID, STRICT`,
    `CREATE TABLE build_file (
      digest TEXT NOT NULL REFERENCES build,
      path TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (digest, path)
    ) STRICT`,
    'CREATE TABLE tested (digest TEXT NOT NULL, at INTEGER NOT NULL) STRICT',
    'CREATE INDEX tested_digest ON tested (digest)',
    `CREATE TABLE launch (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      mailing TEXT NOT NULL,
      digest TEXT NOT NULL REFERENCES build,
      state TEXT NOT NULL,
      reason TEXT,
      starts_at INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      segment TEXT,
      request TEXT UNIQUE,
      epoch INTEGER NOT NULL DEFAULT 0,
      sender INTEGER,
      lease_until INTEGER NOT NULL DEFAULT 0
    ) STRICT`,
    `CREATE TABLE delivery (
      mailing TEXT NOT NULL,
      reader INTEGER NOT NULL,
      launch INTEGER NOT NULL REFERENCES launch,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at INTEGER NOT NULL DEFAULT 0,
      first_at INTEGER,
      epoch INTEGER,
      response TEXT,
      at INTEGER,
      PRIMARY KEY (mailing, reader)
    ) WITHOUT ROWID, STRICT`,
    'CREATE INDEX delivery_state ON delivery (launch, state, next_at, reader)',
    'CREATE INDEX delivery_reader ON delivery (reader)',
  ],
  [
    `CREATE TABLE build_link (
      digest TEXT NOT NULL REFERENCES build,
      number INTEGER NOT NULL,
      address TEXT NOT NULL,
      PRIMARY KEY (digest, number)
    ) WITHOUT ROWID, STRICT`,
    `CREATE TABLE link_count (
      launch INTEGER NOT NULL REFERENCES launch,
      number INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (launch, number)
    ) WITHOUT ROWID, STRICT`,
  ],
]

/**
 * Brings a database up to this version.
 * @throws StoreUnavailable for one that a newer version of Trifold has written
 */
export function bringUpToDate(db: Database, path: string): void {
  const versionOf = () => Number(db.get('PRAGMA user_version')?.user_version ?? 0)
  if (versionOf() === steps.length) return
  db.transaction(() => {
    const version = versionOf()
    if (version > steps.length)
      throw new StoreUnavailable(
        `${path} was written by a newer version of Trifold; install that one here as well.`,
      )
    for (const step of steps.slice(version)) for (const sql of step) db.run(sql)
    db.run(`PRAGMA user_version = ${steps.length}`)
  })
}
