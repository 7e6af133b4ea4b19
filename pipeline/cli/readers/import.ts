import { basename, resolve } from 'node:path'
import { readCsv } from '../../readers/csv/read-csv.js'
import { CsvUnreadable } from '../../readers/csv/unreadable.js'
import { type ImportCounts, type ImportTold, importReaders } from '../../readers/import-readers.js'
import { readerStates } from '../../readers/reader.js'
import { readTags } from '../../readers/tags.js'
import { type ExitCode, exit, UsageError } from '../exit.js'
import { withSending } from '../sending/open-sending.js'
import type { CommonOptions, Session } from '../session.js'

/** What `trifold readers import` takes. */
export interface ImportOptions extends CommonOptions {
  readonly state?: string
  readonly source?: string
  readonly tag?: readonly string[]
  readonly update?: boolean
  readonly dryRun?: boolean
}

/** `trifold readers import FILE...`: puts the rows of CSV files on the list, and tells of each that is not taken. */
export function importCommand(
  files: readonly string[],
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  const { terminal } = session
  const state = readerStates.find(each => each === (options.state ?? 'active'))
  if (!state)
    throw new UsageError(`--state: expected one of ${readerStates.join(', ')}, found ${options.state}`)
  return withSending(options, session, async ({ store, world }) => {
    let code: ExitCode = exit.done
    for (const file of files) {
      const name = basename(file)
      const bytes =
        file === '-' ? await session.readInput() : await readFile(resolve(session.cwd, file), file, world)
      const rows = readCsv(bytes, {
        now: world.time(),
        source: options.source ?? `import ${name}`,
        file: name,
        state,
      })
      try {
        const counts = await importReaders(
          rows,
          store.readers,
          {
            tags: (options.tag ?? []).flatMap(readTags),
            ...(options.update ? { update: true } : {}),
            ...(options.dryRun ? { dryRun: true } : {}),
          },
          row => tell(file, row, options, session),
        )
        if (options.json) terminal.record({ file, counts })
        terminal.print(`${file}: ${inWords(counts)}${options.dryRun ? '. Nothing was written.' : ''}`)
      } catch (error) {
        if (!(error instanceof CsvUnreadable)) throw error
        terminal.complain(`${file}:${error.line}  ${error.message}`)
        terminal.complain(
          options.dryRun || error.line <= 1
            ? 'Nothing of the file is on the list.'
            : 'What stands before it is on the list; mend it, and import the file once more.',
        )
        code = exit.content
      }
    }
    return code
  })
}

function tell(file: string, row: ImportTold, { json }: CommonOptions, { terminal }: Session): void {
  if (json) terminal.record({ file, row })
  else if (row.kind === 'note') terminal.complain(`${file}  ${row.text}`)
  else if (row.kind === 'not-taken')
    terminal.complain(`${file}:${row.line}  not taken${row.column ? `, ${row.column}` : ''}: ${row.reason}`)
  else {
    if (row.service) terminal.info(`${file}: an export of ${row.service}`)
    for (const { heading, becomes } of row.columns)
      terminal.info(`  ${heading.trim() || '(no name)'} → ${becomes}`)
  }
}

function inWords(counts: ImportCounts): string {
  const parts: readonly (readonly [number, string])[] = [
    [counts.added, 'added'],
    [counts.addedAsLeft, 'noted, who are sent nothing'],
    [counts.updated, 'changed'],
    [counts.known, 'known already'],
    [counts.notTaken, 'not taken'],
  ]
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count.toLocaleString('en')} ${words}`)
  return said.join(', ') || 'no rows'
}

async function readFile(
  path: string,
  name: string,
  { files }: { readonly files: { read(path: string): Promise<Uint8Array> } },
): Promise<Uint8Array> {
  try {
    return await files.read(path)
  } catch (error) {
    const reason =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'there is no such file'
        : String(error)
    throw new UsageError(`${name}: ${reason}`)
  }
}
