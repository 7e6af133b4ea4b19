import { readAddress } from '../../readers/address.js'
import type { Reader } from '../../readers/reader.js'
import type { ReaderStore } from '../../readers/reader-store.js'
import { type ExitCode, exit, UsageError } from '../exit.js'
import { withSending } from '../sending/open-sending.js'
import type { CommonOptions, Session } from '../session.js'

/** What `trifold readers add` takes. */
export interface AddOptions extends CommonOptions {
  readonly name?: string
  readonly tag?: readonly string[]
  readonly attribute?: readonly string[]
  readonly source?: string
}

/** `trifold readers add ADDRESS`: somebody who has asked you for it. */
export function addReader(
  [written = '']: readonly string[],
  options: AddOptions,
  session: Session,
): Promise<ExitCode> {
  const { name, tag = [], attribute = [], source = 'added by hand' } = options
  return withSending(options, session, async ({ store, world }) => {
    const email = addressOf(written)
    const now = world.time()
    const [added] = await store.readers.add([
      {
        email,
        state: 'active',
        since: now,
        ...(name === undefined ? {} : { name }),
        tags: [...new Set(tag.map(each => each.trim().toLowerCase()))].sort(),
        attributes: Object.fromEntries(attribute.map(pairOf)),
        consent: { at: now, source },
      },
    ])
    switch (added?.kind) {
      case 'added':
        session.terminal.print(`${email} is on the list.`)
        return exit.done
      case 'known':
        session.terminal.complain(
          `${email} is on the list already, ${added.reader.state}. Nothing was changed.`,
        )
        return exit.content
      default:
        session.terminal.complain(
          `${email} has left and was erased. Only they can come back, by the page to subscribe.`,
        )
        return exit.content
    }
  })
}

/** `trifold readers remove ADDRESS...`: they are sent nothing any more, and an import does not bring them back. */
export const removeReaders = (
  args: readonly string[],
  options: CommonOptions,
  session: Session,
): Promise<ExitCode> =>
  each(args, options, session, async (reader, readers, now) => {
    if (reader.state === 'unsubscribed') return `${reader.email} had left already.`
    await readers.change(reader.id, { state: 'unsubscribed', since: now })
    return `${reader.email} is sent nothing any more.`
  })

/** `trifold readers erase ADDRESS...`: all that is known of them goes but a keyed hash, so that no import brings them back. */
export const eraseReaders = (
  args: readonly string[],
  options: CommonOptions,
  session: Session,
): Promise<ExitCode> =>
  each(args, options, session, async (reader, readers) => {
    await readers.erase(reader.id)
    return `${reader.email} is erased.`
  })

function each(
  args: readonly string[],
  options: CommonOptions,
  session: Session,
  work: (reader: Reader, readers: ReaderStore, now: number) => Promise<string>,
): Promise<ExitCode> {
  return withSending(options, session, async ({ store, world }) => {
    let code: ExitCode = exit.done
    for (const written of args) {
      const reader = await store.readers.find(addressOf(written))
      if (reader) session.terminal.print(await work(reader, store.readers, world.time()))
      else {
        session.terminal.complain(`${written} is not on the list.`)
        code = exit.content
      }
    }
    return code
  })
}

function addressOf(written: string): string {
  const address = readAddress(written)
  if ('fault' in address) throw new UsageError(address.fault)
  return address.email
}

function pairOf(written: string): [string, string] {
  const [, name, value] = /^([\p{L}_][\p{L}\p{N}_.-]*)=(.*)$/su.exec(written) ?? []
  if (name === undefined || value === undefined)
    throw new UsageError(`--attribute: expected a name and a value such as city=Saltmere, found "${written}"`)
  return [name.toLowerCase(), value]
}
