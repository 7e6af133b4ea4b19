import { isRehearsal } from '../../send/audience.js'
import type { Launch } from '../../send/ledger.js'
import type { LaunchStatus, SendingService } from '../../send/service.js'
import { type ExitCode, exit, UsageError } from '../exit.js'
import type { CommonOptions, Session } from '../session.js'
import { slugOf } from './find-build.js'
import { follow } from './follow.js'
import { openService } from './open-service.js'
import { countsLine } from './status-line.js'
import { writeTime } from './times.js'

/** What the commands on launches take. */
export interface LaunchOptions extends CommonOptions {
  readonly host?: string
  readonly failed?: boolean
  readonly resend?: boolean
  readonly sent?: boolean
  readonly reader?: readonly string[]
}

/** `trifold send status [ISSUE]`: launches, how far each is, and whom it is unknown or failed for. */
export function sendStatus(
  args: readonly string[],
  options: LaunchOptions,
  session: Session,
): Promise<ExitCode> {
  return openService(options, session, async ({ service, world }) => {
    const [issue] = args
    const { terminal } = session
    const found = issue === undefined ? await service.launches() : await launchesOf(issue, service)
    if (found.length === 0)
      terminal.print(issue === undefined ? 'Nothing was launched.' : `Nothing was launched of ${issue}.`)
    for (const { launch, counts, links = [] } of found) {
      if (options.json) terminal.record({ launch, counts, links })
      const { styles } = terminal
      terminal.print(
        `${styles.bold(launch.slug)}  launch ${launch.id}, ${isRehearsal(launch.mailing) ? 'a rehearsal, ' : ''}${stateOf(launch, world.time())}${launch.segment === undefined ? '' : `, ${launch.segment}`}`,
      )
      terminal.print(`  ${countsLine(counts)}`)
      if (issue === undefined) continue
      for (const { count, address } of links)
        terminal.print(`  followed ${count === 1 ? 'once' : `${count} times`}  ${address}`)
      for (const state of ['unknown', 'failed', 'deferred'] as const)
        for (let after = 0; ; ) {
          const page = await service.deliveries(launch.id, [state], after)
          const last = page.at(-1)
          if (!last) break
          after = last.reader
          for (const each of page) {
            if (options.json) terminal.record({ delivery: each })
            terminal.print(
              `  ${state}  reader ${each.reader}  ${each.email || 'erased'}  ${each.response ?? ''}`,
            )
          }
        }
    }
    return exit.done
  })
}

const stateOf = ({ state, startsAt, reason }: Launch, now: number): string =>
  state === 'scheduled' && startsAt > now
    ? `set for ${writeTime(startsAt)}`
    : `${state}${reason === undefined ? '' : `: ${reason}`}`

/** `trifold send pause ISSUE`, `cancel ISSUE`: of a launch that is under way, wherever it is sent from. */
export const setLaunch =
  (state: 'paused' | 'cancelled') =>
  (args: readonly string[], options: LaunchOptions, session: Session): Promise<ExitCode> =>
    openService(options, session, async ({ service }) => {
      const { launch } = await theLaunch(
        args,
        service,
        ({ state: now }) => now !== 'done' && now !== 'cancelled',
      )
      const after = await service.setState(launch.id, state)
      if (options.json) session.terminal.record({ launch: after })
      session.terminal.print(
        `${launch.slug}: launch ${launch.id} is ${after.state}; what is under way comes to its end.`,
      )
      return exit.done
    })

/** `trifold send resume ISSUE`: goes on with a launch that was paused, or whose process was ended. */
export function resumeLaunch(
  args: readonly string[],
  options: LaunchOptions,
  session: Session,
): Promise<ExitCode> {
  return openService(options, session, async open => {
    const { service } = open
    const { launch } = await theLaunch(
      args,
      service,
      ({ state }) => state !== 'done' && state !== 'cancelled',
    )
    if (launch.state === 'paused') await service.setState(launch.id, 'sending')
    return follow(launch.id, open, options, session)
  })
}

/** `trifold send retry ISSUE --failed`: tries anew what failed. */
export function retryLaunch(
  args: readonly string[],
  options: LaunchOptions,
  session: Session,
): Promise<ExitCode> {
  if (!options.failed) throw new UsageError('Expected --failed: what failed is tried anew')
  return again(args, 'failed', options, session)
}

/** `trifold send resolve ISSUE --resend`, or `--sent`: what is unknown is tried again or taken for sent, on your word. */
export function resolveLaunch(
  args: readonly string[],
  options: LaunchOptions,
  session: Session,
): Promise<ExitCode> {
  if (options.resend === options.sent)
    throw new UsageError(
      'Expected --resend (they may get a second copy) or --sent (they may have none): nobody can tell but the readers',
    )
  if (options.resend) return again(args, 'unknown', options, session)
  const only = readersIn(options)
  return openService(options, session, async ({ service }) => {
    const { launch } = await theLaunch(args, service, (_, { unknown }) => unknown > 0)
    const count = await service.settleUnknown(launch.id, only)
    if (options.json) session.terminal.record({ settled: count })
    session.terminal.print(
      `${count} that ${count === 1 ? 'was unknown is' : 'were unknown are'} taken for sent.`,
    )
    return exit.done
  })
}

function again(
  args: readonly string[],
  state: 'failed' | 'unknown',
  options: LaunchOptions,
  session: Session,
): Promise<ExitCode> {
  const only = readersIn(options)
  return openService(options, session, async open => {
    const { service } = open
    const { launch } = await theLaunch(args, service, (_, counts) => counts[state] > 0)
    const count = await service.reopen(launch.id, [state], only)
    if (options.json) session.terminal.record({ reopened: count })
    session.terminal.print(`${count} ${count === 1 ? 'is' : 'are'} tried again.`)
    return count === 0 ? exit.content : follow(launch.id, open, options, session)
  })
}

/** Those whom `--reader` names; undefined for all. @throws UsageError */
const readersIn = ({ reader }: LaunchOptions): readonly number[] | undefined =>
  reader?.map(written => {
    if (!/^[1-9]\d{0,14}$/.test(written))
      throw new UsageError(
        `--reader: expected the number of a reader, which \`trifold send status ISSUE\` names, found "${written}"`,
      )
    return Number(written)
  })

/** A number names a launch, where there was none of an issue that is called so. */
async function launchesOf(issue: string, service: SendingService): Promise<readonly LaunchStatus[]> {
  const ofIssue = await service.launches(slugOf(issue))
  if (ofIssue.length > 0 || !/^\d+$/.test(issue)) return ofIssue
  return (await service.launches()).filter(({ launch }) => launch.id === Number(issue))
}

async function theLaunch(
  [issue = '']: readonly string[],
  service: SendingService,
  isMeant: (launch: Launch, counts: LaunchStatus['counts']) => boolean,
): Promise<LaunchStatus> {
  const all = await launchesOf(issue, service)
  const [first] = all.filter(({ launch, counts }) => isMeant(launch, counts))
  if (first) return first
  throw new UsageError(
    all.length === 0
      ? `Nothing was launched of ${issue}; \`trifold send status\` lists what was`
      : `There is nothing to do for ${issue}: ${all.map(({ launch, counts }) => `launch ${launch.id} is ${launch.state}, ${countsLine(counts)}`).join('; ')}`,
  )
}
