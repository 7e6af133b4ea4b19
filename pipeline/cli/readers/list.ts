import { type Reader, type ReaderState, readerStates } from '../../readers/reader.js'
import { parseSegment } from '../../readers/segment.js'
import { type ExitCode, exit, UsageError } from '../exit.js'
import { withSending } from '../sending/open-sending.js'
import type { CommonOptions, Session } from '../session.js'

/** Which readers are meant. */
export interface WhichOptions extends CommonOptions {
  readonly state?: readonly string[]
  readonly segment?: string
}

/** So many readers are in memory at a time. */
const pageSize = 1000

/** Each reader that the options mean, by id. @throws UsageError where they cannot be read */
export async function* readersOf(
  { state, segment: written }: WhichOptions,
  page: (query: {
    states: readonly ReaderState[]
    after: number
    limit: number
  }) => Promise<readonly Reader[]>,
): AsyncGenerator<Reader> {
  const segment = written === undefined ? undefined : parseSegment(written)
  if (segment && 'fault' in segment) throw new UsageError(`--segment: ${segment.fault}`)
  const states = (state ?? readerStates).map(name => {
    const known = readerStates.find(each => each === name)
    if (!known) throw new UsageError(`--state: expected one of ${readerStates.join(', ')}, found ${name}`)
    return known
  })
  for (let after = 0; ; ) {
    const found = await page({ states, after, limit: pageSize })
    const last = found.at(-1)
    if (!last) return
    after = last.id
    for (const reader of found) if (segment?.has(reader) ?? true) yield reader
  }
}

/** `trifold readers list`. */
export function listReaders(options: WhichOptions, session: Session): Promise<ExitCode> {
  return withSending(options, session, async ({ store }) => {
    const { terminal } = session
    let count = 0
    for await (const reader of readersOf(options, store.readers.page)) {
      count += 1
      if (options.json) terminal.record({ reader })
      const { email, state, name, tags } = reader
      terminal.print([email, state, name ?? '', tags.map(tag => `#${tag}`).join(' ')].join('  ').trimEnd())
    }
    terminal.info(count === 1 ? '1 reader' : `${count.toLocaleString('en')} readers`)
    return exit.done
  })
}

/** `trifold readers stats`. */
export function readerStats(options: CommonOptions, session: Session): Promise<ExitCode> {
  return withSending(options, session, async ({ store }) => {
    const { terminal } = session
    const counts = await store.readers.counts()
    if (options.json) terminal.record({ counts })
    for (const state of readerStates)
      terminal.print(`${state.padEnd(12)}  ${counts[state].toLocaleString('en')}`)
    return exit.done
  })
}
