import type { World } from '../world.js'
import { gatherBursts } from './bursts.js'
import { type Run, startRuns } from './runs.js'
import { changeWarm, closeWarm, type Opening, openWarm, type Watched } from './warm.js'

/** A watch: what it needs, and who is told. */
export interface Watching extends Opening {
  readonly first: Watched
  /** Reads the config again, and tells what is wrong with it; where it cannot be used the request is that of before. */
  reload(): Promise<Watched>
  /** Handed what has the config read again, and all built by it, though no file was changed. */
  asks?(again: () => void): void
  /** Told when a run begins. */
  building?(): void
  /** Told of each run that came to its end. */
  built(run: Run): void
  /** Told of one that had nothing to build. */
  idle?(): void
  /** Told of what nobody expected; the watch goes on. */
  failed(error: unknown): void
  readonly clock: Pick<World, 'wait' | 'now'>
  /** Ends the watch. */
  readonly signal: AbortSignal
}

/**
 * Builds, and builds what changes touch until the signal is aborted. The browser and what is loaded stay. A change that
 * comes during a run ends it, and the next does what it left; but of two one goes to its end, so that who never stops
 * typing gets a PDF too, and a config that cannot be used leaves the last one in force.
 */
export async function watch(watching: Watching): Promise<void> {
  const { signal, first, reload, built, failed } = watching
  const bursts = gatherBursts(watching.clock, signal)
  const runs = startRuns()
  let isAsked = false
  watching.asks?.(() => {
    isAsked = true
    bursts.add('')
  })
  let warm = await openWarm(first, bursts, watching)

  /** Whether the run came to its end. */
  async function run(changed: Iterable<string>, mayEnd: boolean): Promise<boolean> {
    const stop = new AbortController()
    const end = () => stop.abort(new Error('a newer text is there'))
    signal.addEventListener('abort', end)
    if (mayEnd) bursts.some().then(end, end)
    watching.building?.()
    try {
      const done = await runs.build(warm, changed, stop.signal)
      if (done) built(done)
      else watching.idle?.()
      return true
    } catch (error) {
      if (!stop.signal.aborted) failed(error)
      return !stop.signal.aborted
    } finally {
      signal.removeEventListener('abort', end)
    }
  }

  try {
    let changed: readonly string[] = []
    let mayEnd = false
    while (!signal.aborted) {
      mayEnd = await run(changed, mayEnd)
      const { request, configFiles } = warm
      const burst = [...(await bursts.take())].filter(path => path !== '')
      changed = burst.filter(path => !configFiles.has(path))
      if (changed.length === burst.length && !isAsked) continue
      isAsked = false
      warm = await changeWarm(warm, await reload(), bursts, watching)
      if (warm.request !== request) runs.restart()
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    await closeWarm(warm)
  }
}
