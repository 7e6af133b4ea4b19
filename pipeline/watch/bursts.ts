import type { World } from '../world.js'

/** Milliseconds without a change after which a burst of them is over. */
const quiet = 10

/** How often it is waited for that: a burst that does not end is taken as far as it has come. */
const mostWaits = 50

/** Changes as they come, and bursts of them to be taken. */
export interface Bursts {
  add(path: string): void
  /** Resolves when there is a burst to be taken, and leaves it. */
  some(): Promise<void>
  /** The next burst that is over. @throws the signal's reason when it is aborted */
  take(): Promise<ReadonlySet<string>>
}

/** Gathers changes that come closely one after another: a save that is several steps, a checkout of many files. */
export function gatherBursts({ wait, now }: Pick<World, 'wait' | 'now'>, signal: AbortSignal): Bursts {
  let paths = new Set<string>()
  let last = 0
  let wake = () => {}
  let arrived = new Promise<void>(resolve => (wake = resolve))
  signal.addEventListener('abort', () => wake(), { once: true })

  async function some(): Promise<void> {
    if (!signal.aborted) await arrived
    signal.throwIfAborted()
    for (let waits = 0; waits < mostWaits; waits++) {
      const rest = last + quiet - now()
      if (rest <= 0) return
      await wait(Math.ceil(rest), signal)
    }
  }

  return {
    some,
    add(path) {
      paths.add(path)
      last = now()
      wake()
    },
    async take() {
      await some()
      const taken = paths
      paths = new Set()
      arrived = new Promise(resolve => (wake = resolve))
      return taken
    },
  }
}
