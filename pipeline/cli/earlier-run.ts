import type { VFileMessage } from 'vfile-message'
import { siteKey } from '../cache/build-records.js'
import { messageOf, recordMessage } from '../cache/recorded-message.js'
import { holdingRun, type RunRecord, type RunSetting, rememberRun } from '../cache/run-record.js'
import { isCode } from '../cache/terms.js'
import type { World } from '../world.js'
import type { BuildOptions } from './build.js'
import { counted } from './counted.js'
import { type ExitCode, exit } from './exit.js'
import { formatCounts } from './format-message.js'
import type { ConfigRead } from './read-config.js'
import type { Session } from './session.js'

/** A build as it was typed. */
interface Typed {
  readonly paths: readonly string[]
  readonly options: BuildOptions
  readonly session: Session
}

const settingOf = ({ paths, options, session }: Typed): RunSetting => ({
  paths,
  options,
  cwd: session.cwd,
  env: session.env,
})

/** Whether a build may be left out where nothing has changed: not where it is to do more than write what it makes. */
const mayHold = ({ paths, options }: Typed): boolean =>
  !options.watch &&
  !options.poll &&
  !options.force &&
  !options.verify &&
  !options.verbose &&
  !options.sarif &&
  !paths.includes('-')

/** Keeps what a build left, so that the next one may find nothing to do without reading anything. */
export async function rememberBuild(
  run: RunRecord,
  { world, read, ...typed }: Typed & { readonly world: World; readonly read: ConfigRead },
): Promise<void> {
  const { config, messages, seen } = read
  const trace = seen.trace()
  // Nobody can tell what a program reads.
  if (!mayHold(typed) || !trace || (config.file !== undefined && isCode(config.file))) return
  await rememberRun(world.cache, settingOf(typed), {
    ...run,
    trace: [...trace.own, ...run.trace],
    messages: messages.map(recordMessage),
    browser: await world.browserBuild(),
    publication: { root: config.root, ...(config.browser ? { browser: config.browser } : {}) },
  })
}

/**
 * A build that has nothing to do, told as it would be; undefined where there is something, or nobody knows. Neither the
 * config nor an article is read for it, no browser is looked for, and none of what makes renditions is loaded.
 */
export async function nothingToBuild(
  paths: readonly string[],
  options: BuildOptions,
  session: Session,
): Promise<ExitCode | undefined> {
  const typed = { paths, options, session }
  if (!mayHold(typed)) return undefined
  const { terminal } = session
  const started = session.now()
  const holding = await holdingRun(session.cache, settingOf(typed), publication =>
    session.world(options, publication),
  )
  if (!holding) return undefined
  const { run, records } = holding
  const recorded = [...run.messages, ...records.flatMap(({ result }) => result.messages)]
  // An info, of which each issue may have some, is for those who ask for more, or for a program.
  const messages: readonly VFileMessage[] = recorded
    .filter(({ fatal }) => fatal !== undefined || options.json)
    .map(messageOf)
  messages.forEach(terminal.message)
  terminal.clear()
  for (const { result, name } of records) {
    result.told.forEach(line => void terminal.info(line))
    if (result.draft) terminal.info(`${name} is a draft and was left out`)
  }
  const issues = records
    .filter(({ key }) => key !== siteKey)
    .map(({ result, outputs }) => ({ draft: result.draft, written: outputs, upToDate: true }))
  const silenced = records.reduce((sum, { result }) => sum + result.silenced.length, 0)
  const seconds = ((session.now() - started) / 1000).toFixed(1)
  const said = formatCounts(messages, silenced)
  terminal.info(`${counted(0, 'built', issues)} in ${seconds} s${said ? `; ${said}` : ''}`)
  return exit.done
}
