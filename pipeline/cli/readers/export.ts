import { resolve } from 'node:path'
import { exportCsv } from '../../readers/csv/export-csv.js'
import { type ExitCode, exit } from '../exit.js'
import { withSending } from '../sending/open-sending.js'
import type { Session } from '../session.js'
import { readersOf, type WhichOptions } from './list.js'

/** What `trifold readers export` takes. */
export interface ExportOptions extends WhichOptions {
  readonly output?: string
}

/** `trifold readers export`: the list as CSV, on standard output or in a file that only its owner can read. */
export function exportCommand(options: ExportOptions, session: Session): Promise<ExitCode> {
  return withSending(options, session, async ({ store, world }) => {
    const rows = exportCsv(() => readersOf(options, store.readers.page))
    if (options.output === undefined) {
      for await (const row of rows) session.write(row)
      return exit.done
    }
    const path = resolve(session.cwd, options.output)
    await world.writePrivately(path, rows)
    session.terminal.info(
      `The list is in ${options.output}. It holds names and addresses: delete it when it is of no more use.`,
    )
    return exit.done
  })
}
