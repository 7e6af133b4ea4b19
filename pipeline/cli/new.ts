import { relative, resolve } from 'node:path'
import { finding } from '../messages.js'
import { makePublication } from '../new/make-publication.js'
import { findPlace, PlaceTaken } from '../new/place.js'
import { defaultSettings, type Settings } from '../new/settings.js'
import { WriteFailed } from '../write/write.js'
import { codeOf, type ExitCode, exit, UsageError } from './exit.js'
import { askForSettings, givenSettings, type NewOptions, toldDefaults } from './new-settings.js'
import type { Session } from './session.js'

/**
 * `trifold new DIR`: makes a publication that builds. What no flag says is asked in a terminal; elsewhere, and with
 * `--yes`, the defaults are taken.
 */
export async function newCommand(
  [dir = '']: readonly string[],
  options: NewOptions,
  session: Session,
): Promise<ExitCode> {
  const { terminal, cwd } = session
  const world = session.configWorld(options)
  const folder = resolve(cwd, dir)
  const name = relative(cwd, folder) || '.'
  try {
    // Before anybody answers questions for nothing.
    await findPlace(folder, dir, world.files)
    const settings = await settingsFor(folder, options, session)
    const paths = await makePublication({ folder, name: dir, settings }, world)
    if (options.json) terminal.record({ folder: name, files: paths })
    tell(name, settings, session)
    return exit.done
  } catch (error) {
    if (error instanceof PlaceTaken) throw new UsageError(error.message)
    if (!(error instanceof WriteFailed)) throw error
    const message = finding('output-unwritable', error.message, { file: relative(cwd, error.path) })
    terminal.message(message)
    return codeOf([message])
  } finally {
    await world.close()
  }
}

async function settingsFor(folder: string, options: NewOptions, session: Session): Promise<Settings> {
  const given = givenSettings(options)
  const defaults = defaultSettings(folder)
  if (session.asker && !options.yes) return askForSettings(given, defaults, session)
  const settings = { ...defaults, ...given.settings }
  const taken = toldDefaults(given, settings)
  if (taken) session.terminal.info(taken)
  return settings
}

/** What each file is, for who sees it for the first time. */
const files: readonly (readonly [path: string, is: string])[] = [
  ['trifold.yaml', 'name, address, language: what every issue has in common'],
  ['content/first-letter.md', 'the first article, which says how to write the next'],
  ['content/images/', 'the pictures of the articles'],
  ['README.md', 'what each file is for, and the commands'],
  ['package.json', 'which Trifold builds it'],
  ['.gitignore', 'what git need not keep'],
]

function tell(name: string, settings: Settings, { terminal }: Session): void {
  const { bold, dim } = terminal.styles
  const width = Math.max(...files.map(([path]) => path.length))
  terminal.print(bold(`${settings.name} → ${name}`))
  for (const [path, is] of files) terminal.print(`  ${path.padEnd(width)}  ${dim(is)}`)
  terminal.print('')
  terminal.print('Next:')
  if (name !== '.') terminal.print(`  cd ${forShell(name)}`)
  terminal.print('  npm install')
  terminal.print('  npx trifold build')
  terminal.print('Then open dist/index.html in a browser. The email is dist/first-letter/email.html.')
  if (!settings.address)
    terminal.print('There is no postal address yet. A build tells you so until `trifold.yaml` has one.')
}

/** A path as a shell takes it: in quotes where it has signs of the shell's own. */
function forShell(path: string): string {
  if (/^[\p{L}\p{N}_./\\:@+][\p{L}\p{N}_./\\:@+-]*$/u.test(path)) return path
  return /["$`\\!]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : `"${path}"`
}
