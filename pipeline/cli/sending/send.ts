import { type Build, shownDigits } from '../../send/build.js'
import { type Audience, LaunchRefused, type Plan, type SendingService } from '../../send/service.js'
import { type ExitCode, exit, UsageError } from '../exit.js'
import type { CommonOptions, Session } from '../session.js'
import { findBuild } from './find-build.js'
import { follow } from './follow.js'
import { launchCommand, sendCommand } from './launch-command.js'
import { hostFlag, type OpenService, openService } from './open-service.js'
import { readTime, writeTime } from './times.js'

/** What `trifold send` takes. */
export interface SendOptions extends CommonOptions {
  readonly test?: readonly string[]
  readonly confirm?: string
  readonly at?: string
  readonly segment?: string
  readonly correction?: boolean
  readonly untested?: boolean
  readonly all?: boolean
  readonly host?: string
  readonly output?: string
}

/** `trifold send ISSUE`: says what would be sent and to whom; sends a test; launches what was confirmed. */
export async function send(
  [issue = '']: readonly string[],
  options: SendOptions,
  session: Session,
): Promise<ExitCode> {
  const { test, confirm, segment, correction } = options
  if (test && confirm !== undefined) throw new UsageError('Expected --test or --confirm, found both')
  if (options.at !== undefined && confirm === undefined)
    throw new UsageError('--at says when what --confirm names goes')
  return openService(options, session, async open => {
    const { config, world, service, elsewhere } = open
    const startsAt = options.at === undefined ? undefined : readTime(options.at, world.time())
    const build = await findBuild(issue, config, session.cwd, world)
    const audience: Audience = {
      ...(segment === undefined ? {} : { segment }),
      ...(correction ? { correction } : {}),
    }
    try {
      if (test) return await sendTest(build, test, service, options, session)
      if (confirm === undefined) return await dryRun(build, audience, options, open, session)
      const launch = await service.launch({
        build,
        audience,
        confirm,
        signal: session.signal,
        ...(startsAt === undefined ? {} : { startsAt }),
        ...(options.untested ? { untested: true } : {}),
      })
      if (options.json) session.terminal.record({ launch })
      const at = elsewhere ? `, at ${elsewhere.name}` : ''
      if (launch.startsAt > world.time())
        session.terminal.print(
          `Launch ${launch.id} of ${launch.slug} is set for ${writeTime(launch.startsAt)}${at}.`,
        )
      else if (elsewhere) session.terminal.print(`Launch ${launch.id} of ${launch.slug} is made${at}.`)
      return await follow(launch.id, open, options, session)
    } catch (error) {
      if (!(error instanceof LaunchRefused)) throw error
      return refused(error.faults, options, session)
    }
  })
}

function refused(faults: readonly string[], { json }: CommonOptions, { terminal }: Session): ExitCode {
  if (json) terminal.record({ refused: faults })
  for (const fault of faults) terminal.complain(`${terminal.styles.red('✗')} ${fault}`)
  terminal.complain('Nothing was sent.')
  return exit.content
}

async function sendTest(
  build: Build,
  emails: readonly string[],
  service: SendingService,
  { json }: CommonOptions,
  { terminal, signal }: Session,
): Promise<ExitCode> {
  const { readAddress } = await import('../../readers/address.js')
  const addresses = emails.map(written => {
    const address = readAddress(written)
    if ('fault' in address) throw new UsageError(`--test: ${address.fault}`)
    return address.email
  })
  let code: ExitCode = exit.done
  for (const { email, verdict } of await service.test({ build, signal }, addresses)) {
    if (json) terminal.record({ test: { email, verdict } })
    if (verdict.kind === 'sent')
      terminal.print(
        `✓ a test of ${build.digest.slice(0, shownDigits)} is on its way to ${email}: ${verdict.response}`,
      )
    else {
      terminal.complain(`${terminal.styles.red('✗')} ${email}: ${verdict.reason}`)
      code = exit.content
    }
  }
  return code
}

async function dryRun(
  build: Build,
  audience: Audience,
  options: SendOptions,
  open: OpenService,
  session: Session,
): Promise<ExitCode> {
  const { service } = open
  const { terminal, signal } = session
  const { styles } = terminal
  // With --quiet errors are told, and nothing else.
  const tellFault = options.quiet ? terminal.complain : terminal.print
  const plan = await service.plan({ build, audience, signal })
  if (options.json) terminal.record({ plan })
  printPlan(plan, audience, session)
  for (const fault of plan.faults) tellFault(`${styles.red('✗')} ${fault}`)
  for (const warning of plan.warnings) terminal.print(`${styles.yellow('–')} ${warning}`)
  if (options.all)
    for (let after = 0; ; ) {
      const page = await service.recipients({ build, audience, signal }, after)
      const last = page.at(-1)
      if (!last) break
      after = last.id
      for (const recipient of page) {
        if (options.json) terminal.record({ recipient })
        terminal.print(`  ${recipient.email}${recipient.name === undefined ? '' : `  ${recipient.name}`}`)
      }
    }
  const flag = hostFlag(open)
  if (plan.faults.length > 0) terminal.print('Nothing can be sent before that is mended.')
  else if (!plan.isTested)
    terminal.print(
      `Nothing was sent. See it first: ${sendCommand(build.slug, audience, flag)} --test you@example.org`,
    )
  else terminal.print(`Nothing was sent. To send it: ${launchCommand(plan, audience, flag)}`)
  return plan.faults.length > 0 ? exit.content : exit.done
}

function printPlan(plan: Plan, { segment, correction }: Audience, { terminal }: Session): void {
  const { styles } = terminal
  const rows: readonly (readonly [string, string])[] = [
    ['issue', `${plan.title} (${plan.slug})`],
    ['build', `${plan.digest.slice(0, shownDigits)}${plan.isTested ? ', tested' : ', not tested'}`],
    ['subject', plan.subject],
    ['from', plan.from],
    ['through', plan.through],
    [
      'to',
      `${plan.readers.toLocaleString('en')} ${plan.readers === 1 ? 'reader' : 'readers'}${correction ? ' who were sent the issue' : ''}`,
    ],
    ...(segment === undefined
      ? []
      : [['segment', `${segment}, which leaves out ${plan.leftOut.toLocaleString('en')}`] as const]),
    ...(plan.already === 0
      ? []
      : [['already', `${plan.already.toLocaleString('en')} had it or are about to`] as const]),
  ]
  for (const [name, says] of rows) if (says !== '') terminal.print(`${styles.bold(name.padEnd(8))} ${says}`)
  for (const { email } of plan.first.slice(0, 5)) terminal.print(`${' '.repeat(9)}${email}`)
  if (plan.readers > 5)
    terminal.print(
      `${' '.repeat(9)}and ${(plan.readers - Math.min(5, plan.first.length)).toLocaleString('en')} more; --all lists them`,
    )
}
