import type { CsvHead, CsvNote, CsvReader, CsvRow, NotTaken } from './csv/csv-row.js'
import type { NewReader, Reader, ReaderState } from './reader.js'
import type { Added, ReaderChange, ReaderStore } from './reader-store.js'

/** How an import deals with who is on the list. */
export interface ImportOptions {
  /** Whether names, attributes and tags of readers on the list become those of the file; their own stay by default. */
  readonly update?: boolean
  /** Tags that each gets besides those of its row. */
  readonly tags?: readonly string[]
  /** Nothing is written. */
  readonly dryRun?: boolean
}

/** How many rows came to what. */
export interface ImportCounts {
  readonly rows: number
  readonly added: number
  /** Added, but not as active: they are sent nothing. */
  readonly addedAsLeft: number
  readonly updated: number
  /** On the list already, and nothing to change. */
  readonly known: number
  readonly notTaken: number
}

/** What is told of a row, or of the file. */
export type ImportTold = CsvHead | CsvNote | NotTaken

/** So many rows are written in one go. */
const batchSize = 500

/** States in which a reader is sent nothing, and which no file ends. */
const final: ReadonlySet<ReaderState> = new Set(['unsubscribed', 'bounced', 'complained'])

/**
 * Puts the rows of a file on the list. Who has left, bounced or complained, here or by the file, is sent nothing: a file
 * can take a reader away, and never brings one back.
 *
 * @param told hears of every row that is not taken, and what the file was recognised as
 */
export async function importReaders(
  rows: AsyncIterable<CsvRow>,
  readers: ReaderStore,
  options: ImportOptions,
  told: (row: ImportTold) => void,
): Promise<ImportCounts> {
  const counts = { rows: 0, added: 0, addedAsLeft: 0, updated: 0, known: 0, notTaken: 0 }
  let batch: CsvReader[] = []

  async function settle(): Promise<void> {
    const given = batch.map(({ reader }) => withTags(reader, options.tags ?? []))
    const results = options.dryRun ? await wouldAdd(given, readers) : await readers.add(given)
    const changes = new Map<number, ReaderChange>()
    for (const [index, result] of results.entries()) {
      const row = batch[index]
      const reader = given[index]
      if (!row || !reader) continue
      if (result.kind === 'added') counts[reader.state === 'active' ? 'added' : 'addedAsLeft'] += 1
      else if (result.kind === 'suppressed') notTaken(row, 'has left and was erased; only they can come back')
      else {
        const change = changeOf(result.reader, reader, options.update === true)
        if (change === 'left')
          notTaken(row, `is on the list as ${result.reader.state}; a file does not bring them back`)
        else if (change) {
          changes.set(result.reader.id, change)
          counts.updated += 1
        } else counts.known += 1
      }
    }
    if (!options.dryRun && changes.size > 0) await readers.changeAll(changes)
    batch = []
  }

  function notTaken({ line, reader }: CsvReader, reason: string): void {
    counts.notTaken += 1
    told({
      kind: 'not-taken',
      line,
      why: 'left-out',
      reason: `${reader.email} ${reason}`,
      what: reader.email,
    })
  }

  try {
    for await (const row of rows) {
      if (row.kind === 'reader' || row.kind === 'not-taken') counts.rows += 1
      if (row.kind === 'reader') {
        batch.push(row)
        if (batch.length === batchSize) await settle()
        continue
      }
      if (row.kind === 'not-taken') counts.notTaken += 1
      told(row)
    }
  } finally {
    // Also of a file whose rest cannot be read.
    await settle()
  }
  return counts
}

const withTags = (reader: NewReader, tags: readonly string[]): NewReader =>
  tags.length === 0 ? reader : { ...reader, tags: [...new Set([...reader.tags, ...tags])].sort() }

/** What of a reader on the list becomes otherwise; `left` where the file would bring back who has left. */
function changeOf(known: Reader, row: NewReader, update: boolean): ReaderChange | 'left' | undefined {
  if (final.has(row.state) && !final.has(known.state)) return { state: row.state, since: row.since }
  if (final.has(known.state) && !final.has(row.state)) return 'left'
  if (!update) return undefined
  const tags = [...new Set([...known.tags, ...row.tags])].sort()
  const attributes = { ...known.attributes, ...row.attributes }
  const name = row.name ?? known.name
  const isSame =
    name === known.name &&
    tags.join() === known.tags.join() &&
    Object.entries(row.attributes).every(([key, value]) => known.attributes[key] === value)
  return isSame ? undefined : { ...(name === undefined ? {} : { name }), tags, attributes }
}

async function wouldAdd(given: readonly NewReader[], readers: ReaderStore): Promise<readonly Added[]> {
  return Promise.all(
    given.map(async (reader): Promise<Added> => {
      const known = await readers.find(reader.email)
      if (!known && (await readers.isErased(reader.email))) return { kind: 'suppressed' }
      return known
        ? { kind: 'known', reader: known }
        : { kind: 'added', reader: { ...reader, id: 0, softBounces: 0 } }
    }),
  )
}
