import type { Format } from '../article.js'
import type { FiledIgnore } from '../check/settle.js'
import type { FormatResult, IssueResult } from '../passage.js'
import type { IssueSource } from '../read/find.js'
import type { Cache } from '../world.js'
import { logOf } from './has-records.js'
import { messageOf, type RecordedMessage, recordMessage } from './recorded-message.js'
import type { Trace } from './trace.js'

/** What a build left of something that it made: what that depends on, what was written, and what was told. */
export interface BuildRecord {
  /** What was made: a source with its formats, or the pages around the issues. */
  readonly key: string
  readonly terms: string
  /** What was read. */
  readonly trace: Trace
  /** What was written, as if it had been read then. */
  readonly outputs: Trace
  readonly result: RecordedResult
}

/** What became of an issue, as data. */
export interface RecordedResult {
  readonly slug: string
  readonly title?: string
  readonly draft: boolean
  readonly formats: readonly FormatResult[]
  /** Absolute. */
  readonly written: readonly string[]
  readonly messages: readonly RecordedMessage[]
  readonly silenced: readonly {
    readonly message: RecordedMessage
    readonly because: string
    readonly by: FiledIgnore
  }[]
}

/** The key of an issue's record. */
export const keyOf = ({ path }: IssueSource, formats: readonly Format[]): string =>
  `${path} ${formats.join(',')}`

/** A result as a record has it. */
export const recordResult = (result: IssueResult): RecordedResult => ({
  slug: result.slug,
  ...(result.title === undefined ? {} : { title: result.title }),
  draft: result.draft,
  formats: result.formats,
  written: result.written,
  messages: result.messages.map(recordMessage),
  silenced: result.silenced.map(({ message, because, by }) => ({
    message: recordMessage(message),
    because,
    by,
  })),
})

/** The result again. */
export const resultFrom = (source: IssueSource, recorded: RecordedResult): IssueResult => ({
  ...recorded,
  source,
  messages: recorded.messages.map(messageOf),
  silenced: recorded.silenced.map(({ message, because, by }) => ({
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
  add(record: BuildRecord): Promise<void>
  /** Ends the run: keeps each key once, where there are many others by now. */
  settle(): Promise<void>
}

/** @param place the folder that the publication is built into, absolute: builds into another have their own records */
export async function openRecords(cache: Cache, place: string): Promise<BuildRecords> {
  const name = logOf(place)
  const lines = await cache.lines(name)
  const newest = new Map<string, BuildRecord>()
  for (const line of lines) {
    const record = parsed(line)
    if (record) newest.set(record.key, record)
  }
  let count = lines.length
  return {
    get: key => newest.get(key),
    async add(record) {
      newest.set(record.key, record)
      count++
      await cache.append(name, [JSON.stringify(record)])
    },
    async settle() {
      if (count > 2 * newest.size + 50)
        await cache.replace(
          name,
          [...newest.values()].map(record => JSON.stringify(record)),
        )
    },
  }
}

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
