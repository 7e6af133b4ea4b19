import type { Build } from './build.js'
import type { LaunchState } from './ledger.js'
import { sentBuild } from './remote/build-on-the-way.js'
import { type CallContext, callsTo } from './remote/call.js'
import { HostRefused } from './remote/host.js'
import type { Answered } from './remote/operations.js'
import { byHand, type Followed, LaunchRefused, type SendingService } from './service.js'

/** What sending from another machine needs. */
export interface RemoteContext extends CallContext {
  /** Bytes that nobody can guess. */
  random(bytes: number): Uint8Array
  /** Milliseconds since 1970. */
  time(): number
}

/** How often it is asked how far a launch is. */
const lookEvery = 1000
/** How long the host may give no answer while a launch is followed: it may be started anew, or the laptop wake up. */
const patience = 5 * 60_000

/**
 * Sending by another machine, where the list and the ledger are. A launch is sent there, by `trifold readers serve`,
 * whether or not anybody follows it.
 *
 * Every call throws HostRefused where the host cannot be asked, or refuses.
 */
export function remoteService(context: RemoteContext): SendingService {
  const call = callsTo(context)
  let isReady = false
  /** Makes a build ready for the way, where somebody is there to take it. */
  async function sent(build: Build, signal?: AbortSignal) {
    const files = sentBuild(build)
    if (!isReady) isReady = await call('ready', {}, signal)
    return files
  }

  const send: SendingService['send'] = async (id, { signal, progress }) => {
    let slug: string | undefined
    let heardAt = context.time()
    while (!signal.aborted) {
      try {
        const all = await call('launches', slug === undefined ? {} : { slug }, signal)
        heardAt = context.time()
        const found = all.find(({ launch }) => launch.id === id)
        if (!found) throw new LaunchRefused([`There is no launch ${id}.`])
        slug = found.launch.slug
        progress?.(found.counts)
        const end = endOf(found)
        if (end) return end
      } catch (error) {
        if (signal.aborted) break
        if (!(error instanceof HostRefused && error.isPassing)) throw error
        if (context.time() - heardAt > patience) return { kind: 'left', reason: error.message }
      }
      await context.wait(lookEvery, signal).catch(() => undefined)
    }
    return { kind: 'left' }
  }

  return {
    plan: async ({ build, audience, signal }) =>
      call('plan', { build: await sent(build, signal), audience }, signal),
    recipients: ({ build: { digest, slug }, audience, signal }, after) =>
      call('recipients', { build: { digest, slug }, audience, after }, signal),
    test: async ({ build, signal }, emails) =>
      call('test', { build: await sent(build, signal), emails: [...emails] }, signal),
    // Not by the request's signal: who is not told whether it was launched would have to look.
    launch: async ({ build, audience, confirm, startsAt, untested, id }) =>
      call('launch', {
        build: await sent(build),
        audience,
        confirm,
        ...(startsAt === undefined ? {} : { startsAt }),
        ...(untested === undefined ? {} : { untested }),
        id: id ?? Buffer.from(context.random(16)).toString('hex'),
      }),
    launches: slug => call('launches', slug === undefined ? {} : { slug }),
    deliveries: (launch, states, after) =>
      call('deliveries', { launch, states: [...states], ...(after === undefined ? {} : { after }) }),
    send,
    setState: (launch, state) => call('set-state', { launch, state }),
    reopen: (launch, states, readers) =>
      call('reopen', { launch, states: [...states], ...(readers && { readers: [...readers] }) }),
    settleUnknown: (launch, readers) =>
      call('settle-unknown', { launch, ...(readers && { readers: [...readers] }) }),
  }
}

/** How a launch has ended; undefined while it goes on. */
function endOf({ launch }: Answered<'launches'>[number]): Followed | undefined {
  const ends: Partial<Record<LaunchState, Followed>> = {
    done: { kind: 'done' },
    cancelled: { kind: 'stopped' },
    paused:
      launch.reason === undefined || launch.reason === byHand
        ? { kind: 'stopped' }
        : { kind: 'halted', reason: launch.reason },
  }
  return ends[launch.state]
}
