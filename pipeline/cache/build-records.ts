import type { Format } from '../article.js'
import type { FiledIgnore } from '../check/settle.js'
import type { IssueResult } from '../passage.js'
import type { IssueSource } from '../read/find.js'
import type { Cache } from '../world.js'
import { digestOf } from './digest.js'
import { messageOf, type RecordedMessage, recordMessage } from './recorded-message.js'
import type { Trace } from './trace.js'
import type { Observer } from './unchanged.js'

/** What a build left of something that it made: what that depends on, what was written, and what was told. */
export interface BuildRecord {
  /** What was made: a source with its formats, or the pages around the issues. */
  readonly key: string
  /** As messages name the source. */
  readonly name: string
  readonly terms: string
  /** What was read. */
  readonly trace: Trace
  /** The key of what was read of packages, which stands once for all. */
  readonly packages: string
  /** What was written, as if it had been read then. */
  readonly outputs: Trace
  readonly result: RecordedResult
}

/** What is added to the records. */
export type NewRecord = Omit<BuildRecord, 'packages'> & { readonly packages: Trace }

/** What became of an issue, or of the pages around them, as data. */
export interface RecordedResult {
  readonly slug: string
  readonly title?: string
  readonly draft: boolean
  readonly messages: readonly RecordedMessage[]
  /** What the log was told besides: what a rendition goes without, say. */
  readonly told: readonly string[]
  readonly silenced: readonly {
    readonly message: RecordedMessage
    readonly because: string
    readonly by: FiledIgnore
  }[]
}

/** The key of an issue's record. */
export const keyOf = ({ path }: Pick<IssueSource, 'path'>, formats: readonly Format[]): string =>
  `${path} ${formats.join(',')}`

/** The key of the pages around the issues. */
export const siteKey = 'site'

/** A result as a record has it. */
export const recordResult = (
  result: Pick<IssueResult, 'slug' | 'title' | 'draft' | 'messages' | 'silenced'>,
  told: readonly string[],
): RecordedResult => ({
  slug: result.slug,
  ...(result.title === undefined ? {} : { title: result.title }),
  draft: result.draft,
  messages: result.messages.map(recordMessage),
  told,
  silenced: result.silenced.map(({ message, because, by }) => ({
    message: recordMessage(message),
    because,
    by,
  })),
})

/** The result again. */
export const resultFrom = (source: IssueSource, { result, outputs }: BuildRecord): IssueResult => ({
  ...result,
  source,
  // Nobody asks what is in files that were not written.
  formats: [],
  written: outputs.map(([, path]) => path),
  messages: result.messages.map(messageOf),
  silenced: result.silenced.map(({ message, because, by }) => ({
    message: messageOf(message),
    because,
    by,
  })),
  upToDate: true,
})

/** The records of a publication's builds. */
export interface BuildRecords {
  /** The newest record of a key. */
  get(key: string): BuildRecord | undefined
  /** Kept at once, so that a run that is killed has what it had finished. */
  add(record: NewRecord): Promise<void>
  /**
   * The records that hold still: of these terms, with nothing changed of what was read and of what was written. Stamps
   * that are others for the same content are noted.
   */
  holding(
    keys: readonly string[],
    terms: string,
    looking: Observer,
  ): Promise<ReadonlyMap<string, BuildRecord>>
  /** Ends the run: keeps each key once, where there are many others by now. */
  settle(): Promise<void>
}

/** @param place the folder that the publication is built into, absolute: builds into another have their own records */
export async function openRecords(cache: Cache, place: string): Promise<BuildRecords> {
  const name = digestOf('builds', place)
  const lines = await cache.lines(name)
  const newest = new Map<string, BuildRecord>()
  for (const line of lines) {
    const record = parsed(line)
    if (record) newest.set(record.key, record)
  }
  let count = lines.length
  async function append(records: readonly BuildRecord[]): Promise<void> {
    if (records.length === 0) return
    for (const record of records) newest.set(record.key, record)
    count += records.length
    await cache.append(
      name,
      records.map(record => JSON.stringify(record)),
    )
  }
  return {
    get: key => newest.get(key),
    async add({ packages, ...record }) {
      const key = `packages ${digestOf(packages.map(thing => thing.slice(0, 3)))}`
      const shared = { ...record, key, trace: packages, packages: '', outputs: [], result: nothing }
      await append([...(newest.has(key) ? [] : [shared]), { ...record, packages: key }])
    },
    async holding(keys, terms, looking) {
      const known = keys.flatMap(key => {
        const record = newest.get(key)
        return record?.terms === terms ? [record] : []
      })
      const shared = [...new Set(known.map(({ packages }) => packages))].flatMap(key => newest.get(key) ?? [])
      await looking.prepare([...known, ...shared].flatMap(({ trace, outputs }) => [trace, outputs]))
      const restamped: BuildRecord[] = []
      const holds = async (record: BuildRecord): Promise<boolean> => {
        const trace = await looking.unchanged(record.trace)
        const outputs = trace && (await looking.unchanged(record.outputs))
        if (!trace || !outputs) return false
        if (isOther(trace, record.trace) || isOther(outputs, record.outputs))
          restamped.push({ ...record, trace, outputs })
        return true
      }
      const installed = new Set<string>()
      for (const packages of shared) if (await holds(packages)) installed.add(packages.key)
      const holding = new Map<string, BuildRecord>()
      for (const record of known)
        if (installed.has(record.packages) && (await holds(record))) holding.set(record.key, record)
      await append(restamped)
      return holding
    },
    async settle() {
      if (count <= 2 * newest.size + 50) return
      const named = new Set([...newest.values()].map(({ packages }) => packages))
      const kept = [...newest.values()].filter(({ key, packages }) => packages !== '' || named.has(key))
      count = kept.length
      await cache.replace(
        name,
        kept.map(record => JSON.stringify(record)),
      )
    },
  }
}

/** What became of what makes nothing. */
const nothing: RecordedResult = { slug: '', draft: false, messages: [], told: [], silenced: [] }

const isOther = (a: Trace, b: Trace): boolean => a.some((seen, at) => seen !== b[at])

/** A line that another process tore, or an older Trifold wrote, is as good as none. */
function parsed(line: string): BuildRecord | undefined {
  try {
    const record: BuildRecord = JSON.parse(line)
    return typeof record.key === 'string' && Array.isArray(record.trace) && Array.isArray(record.outputs)
      ? record
      : undefined
  } catch {
    return undefined
  }
}
