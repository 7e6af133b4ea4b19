import { basename, dirname, join, relative, resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { settle } from '../check/settle.js'
import { loadConfig } from '../config/load.js'
import { exportsIn } from '../import/exports/in-folder.js'
import { type Imported, type ImportedFile, importSource, slugOf } from '../import/import-source.js'
import { finding } from '../messages.js'
import type { Files } from '../world.js'
import { WriteFailed, writeWhole } from '../write/write.js'
import { codeOf, type ExitCode, UsageError } from './exit.js'
import { formatCounts } from './format-message.js'
import type { CommonOptions, Session } from './session.js'

/** What `trifold import` takes. */
export interface ImportOptions extends CommonOptions {
  readonly output?: string
  readonly quotes?: string
  readonly force?: boolean
}

/**
 * `trifold import FILE...`: brings texts, pages, Word documents and exports in as Markdown. One article goes to standard
 * output where no place is named; several go into a folder.
 */
export async function importCommand(
  paths: readonly string[],
  options: ImportOptions,
  session: Session,
): Promise<ExitCode> {
  const { terminal, cwd } = session
  const { quotes = 'safe' } = options
  if (paths.length === 0) throw new UsageError('Expected a file to import, or `-` for standard input')
  if (quotes !== 'safe' && quotes !== 'likely')
    throw new UsageError(`Unexpected \`--quotes ${quotes}\`, expected safe or likely`)
  const { config, messages } = await loadConfig(session.configWorld(options), {
    file: options.config,
    folder: cwd,
  })
  const world = session.world(options, config)
  const all: VFileMessage[] = settle(messages, config).messages
  const made: Imported[] = []
  try {
    for (const path of await withExports(paths, cwd, world.files, all)) {
      const isInput = path === '-'
      const source = {
        path: isInput ? join(cwd, 'stdin') : resolve(cwd, path),
        name: isInput ? '<stdin>' : path,
        slug: isInput ? 'article' : slugOf(path),
        ...(isInput ? { bytes: await session.readInput() } : {}),
      }
      made.push(...(await importSource(source, { config, quotes, fallback: 'text' }, world, all)))
    }
    const written = await write(made, options, session, world.files, all)
    all.forEach(terminal.message)
    const counts = formatCounts(all)
    const articles = `${made.length} ${made.length === 1 ? 'article' : 'articles'}`
    if (written) terminal.info(`${articles} brought in${counts ? `; ${counts}` : ''}`)
    return codeOf(all)
  } finally {
    await world.close()
  }
}

/** The paths, and for a folder the exports that lie in it. */
async function withExports(
  paths: readonly string[],
  cwd: string,
  files: Files,
  messages: VFileMessage[],
): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async path => {
      const full = resolve(cwd, path)
      if (path === '-' || (await files.kind(full)) !== 'folder') return [path]
      const names = await exportsIn(full, files)
      if (names.length === 0) {
        const reason =
          'Unexpected folder without an export, expected one of Ghost (.json), Substack (.zip, or unpacked) or WordPress (.xml)'
        messages.push(finding('article-unreadable', reason, { file: path }))
      }
      return names.map(name => join(path, name))
    }),
  )
  return found.flat()
}

/** Where the articles go: printed, or into files that are not there yet. @returns whether they were written */
async function write(
  made: readonly Imported[],
  { output, force }: ImportOptions,
  { cwd, terminal }: Session,
  files: Files,
  messages: VFileMessage[],
): Promise<boolean> {
  const [first, ...more] = made
  if (!first) return false
  if (output === undefined && more.length === 0 && first.pictures.length === 0) {
    terminal.print(first.markdown.trimEnd())
    return false
  }
  const isFile = output !== undefined && /\.(?:md|markdown)$/i.test(output)
  if (isFile && more.length > 0)
    throw new UsageError(`Unexpected \`${output}\` for ${made.length} articles, expected a folder`)
  const folder = resolve(cwd, isFile ? dirname(output) : (output ?? '.'))
  const planned = made.flatMap(article => filesOf(article, isFile ? basename(output) : `${article.slug}.md`))
  const taken = force ? [] : await alreadyThere(planned, folder, files)
  if (taken.length > 0) {
    const names = taken.map(path => relative(cwd, join(folder, path))).join(', ')
    throw new UsageError(
      `${names}: already there, and not written over; name another place, or say \`--force\``,
    )
  }
  try {
    await writeWhole(planned, folder, files)
  } catch (error) {
    if (!(error instanceof WriteFailed)) throw error
    messages.push(finding('output-unwritable', error.message, { file: relative(cwd, error.path) }))
    return false
  }
  for (const { path } of planned.filter(({ path }) => path.endsWith('.md')))
    terminal.print(relative(cwd, join(folder, path)))
  return true
}

const filesOf = ({ markdown, pictures }: Imported, name: string): ImportedFile[] => [
  ...pictures,
  { path: name, bytes: new TextEncoder().encode(markdown) },
]

/** The articles that are there already; a picture of the same name is the same picture. */
async function alreadyThere(
  planned: readonly ImportedFile[],
  folder: string,
  files: Files,
): Promise<string[]> {
  const found: string[] = []
  for (const { path } of planned)
    if (path.endsWith('.md') && (await files.kind(join(folder, path))) !== undefined) found.push(path)
  return found
}
