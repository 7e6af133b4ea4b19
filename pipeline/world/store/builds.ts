import type { KeptBuild, Ledger } from '../../send/ledger.js'
import type { Database } from './database.js'

/** The builds that were launched or tested. */
export function sqliteBuilds(
  db: Database,
  time: () => number,
): Pick<Ledger, 'keep' | 'kept' | 'noteTest' | 'wasTested'> {
  return {
    keep: async build => keepBuild(db, build, time()),
    kept: async digest => {
      const row = db.get('SELECT slug, title FROM build WHERE digest = ?', digest)
      if (!row) return undefined
      const files = db.all('SELECT path, bytes FROM build_file WHERE digest = ?', digest)
      const links = db.all('SELECT address FROM build_link WHERE digest = ? ORDER BY number', digest)
      return {
        digest,
        slug: String(row.slug),
        title: String(row.title),
        // The column holds bytes alone.
        files: new Map(files.map(({ path, bytes }) => [String(path), new Uint8Array(bytes as ArrayBuffer)])),
        ...(links.length > 0 ? { links: links.map(({ address }) => String(address)) } : {}),
      }
    },
    noteTest: async digest => {
      db.run('INSERT INTO tested (digest, at) VALUES (?, ?)', digest, time())
    },
    wasTested: async digest => db.get('SELECT 1 FROM tested WHERE digest = ? LIMIT 1', digest) !== undefined,
  }
}

/** Within a transaction or as one. */
export function keepBuild(
  db: Database,
  { digest, slug, title, files, links = [] }: KeptBuild,
  at: number,
): void {
  db.transaction(() => {
    const isNew = db.run(
      'INSERT OR IGNORE INTO build (digest, slug, title, kept_at) VALUES (?, ?, ?, ?)',
      digest,
      slug,
      title,
      at,
    )
    if (isNew === 0) return
    for (const [path, bytes] of files)
      db.run('INSERT INTO build_file (digest, path, bytes) VALUES (?, ?, ?)', digest, path, bytes)
    for (const [index, address] of links.entries())
      db.run('INSERT INTO build_link (digest, number, address) VALUES (?, ?, ?)', digest, index + 1, address)
  })
}
