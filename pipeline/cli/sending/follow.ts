import { isRehearsal } from '../../send/audience.js'
import type { DeliveryCounts } from '../../send/ledger.js'
import { TurnTaken } from '../../send/ledger.js'
import { type ExitCode, exit, UsageError } from '../exit.js'
import type { CommonOptions, Session } from '../session.js'
import { hostFlag, type OpenService } from './open-service.js'
import { countsLine, openCount, total } from './status-line.js'
import { writeTime } from './times.js'

/** How long a launch that is set for later is waited for at a time. */
const nap = 1000

/**
 * Sends a launch from its time on, with how far it is, how fast it goes and how long it takes still: in this process, or
 * elsewhere, where one that is set for later is not waited for.
 */
export async function follow(
  id: number,
  open: OpenService,
  { json }: CommonOptions,
  session: Session,
): Promise<ExitCode> {
  const { service, elsewhere } = open
  const { time, wait } = open.world
  const { terminal, signal } = session
  const flag = hostFlag(open)
  const statusOf = async (ofIssue?: string) =>
    (await service.launches(ofIssue)).find(({ launch }) => launch.id === id)
  const first = await statusOf()
  if (!first) throw new UsageError(`There is no launch ${id}`)
  const { slug } = first.launch
  if (elsewhere && first.launch.state === 'scheduled' && first.launch.startsAt > time()) {
    terminal.info(
      `${elsewhere.name} sends it by itself; \`trifold send cancel ${slug}${flag}\` takes it back.`,
    )
    return exit.done
  }
  try {
    for (let state = first; time() < state.launch.startsAt && !signal.aborted; ) {
      if (state.launch.state !== 'scheduled' || elsewhere) break
      terminal.progress(`${slug} waits for ${writeTime(state.launch.startsAt)}`, 0)
      await wait(Math.min(nap, state.launch.startsAt - time()), signal).catch(() => undefined)
      state = (await statusOf(slug)) ?? state
    }
    if (signal.aborted && !elsewhere) {
      terminal.clear()
      terminal.info(
        `${slug} stays set: \`trifold send resume ${slug}${flag}\` waits for it and sends it, and so does \`trifold readers serve\` where that runs. \`trifold send cancel ${slug}${flag}\` takes it back.`,
      )
      return exit.stopped
    }
    // Before it lets go: `trifold readers serve` would take up what is only left.
    const pause = () => void service.setState(id, 'paused').catch(() => undefined)
    if (!elsewhere) signal.addEventListener('abort', pause)
    const rate = startRate(time)
    const end = await service
      .send(id, { signal, progress: counts => terminal.progress(rate(counts), part(counts)) })
      .finally(() => signal.removeEventListener('abort', pause))
    terminal.clear()
    if (end.kind === 'left') {
      if (end.reason !== undefined) terminal.complain(end.reason)
      terminal.info(
        `Followed no longer; ${elsewhere?.name ?? 'it'} goes on sending. \`trifold send status ${slug}${flag}\` says how far it is, \`trifold send pause ${slug}${flag}\` pauses it.`,
      )
      return end.reason === undefined ? exit.stopped : exit.use
    }
    const after = await statusOf(slug)
    const counts = after?.counts ?? first.counts
    if (json) terminal.record({ launch: after?.launch ?? first.launch, counts })
    terminal.print(countsLine(counts))
    if (isRehearsal(first.launch.mailing))
      terminal.info('That was a rehearsal: the messages are in the folder, and reached nobody.')
    switch (end.kind) {
      case 'done':
        if (counts.unknown > 0)
          terminal.info(
            `${counts.unknown} unknown: \`trifold send status ${slug}${flag}\` lists them, \`trifold send resolve ${slug}${flag}\` settles them.`,
          )
        return counts.failed + counts.unknown > 0 ? exit.content : exit.done
      case 'put-off':
      case 'stopped':
        terminal.info(
          signal.aborted || after?.launch.state === 'paused'
            ? `Stopped cleanly, with ${openCount(counts).toLocaleString('en')} to go: \`trifold send resume ${slug}${flag}\` goes on.`
            : `The launch is ${after?.launch.state ?? 'gone'}.`,
        )
        return signal.aborted ? exit.stopped : exit.done
      case 'halted':
        terminal.complain(`${terminal.styles.red('✗')} Paused: ${end.reason}`)
        terminal.complain(
          `\`trifold send resume ${slug}${flag}\` goes on when that is mended. Nobody gets it twice.`,
        )
        return exit.use
      case 'ledger-failed':
        terminal.complain(`${terminal.styles.red('✗')} ${end.reason}`)
        if (end.sent.length > 0)
          terminal.complain(
            `${end.sent.length} that were sent could not be noted, and will be listed as unknown: readers ${end.sent.join(', ')}.`,
          )
        return exit.use
    }
  } catch (error) {
    if (!(error instanceof TurnTaken)) throw error
    terminal.clear()
    terminal.info(`${error.message}. \`trifold send status ${slug}${flag}\` says how far it is.`)
    return exit.done
  }
}

const part = (counts: DeliveryCounts): number => {
  const all = total(counts)
  return all === 0 ? 1 : 1 - openCount(counts) / all
}

/** Says how far it is: `1,240 of 5,000 · 12 a second · 5 min left`. */
function startRate(time: () => number) {
  const began = time()
  let before: number | undefined
  return (counts: DeliveryCounts): string => {
    const open = openCount(counts)
    const all = total(counts)
    before ??= open
    const seconds = (time() - began) / 1000
    const rate = seconds > 0 ? (before - open) / seconds : 0
    const left =
      rate > 0 ? ` · ${rate.toFixed(rate < 10 ? 1 : 0)} a second · ${duration(open / rate)} left` : ''
    return `${(all - open).toLocaleString('en')} of ${all.toLocaleString('en')}${left}`
  }
}

const duration = (seconds: number): string =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.ceil(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`
