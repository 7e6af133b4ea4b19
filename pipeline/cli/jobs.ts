import { availableParallelism } from 'node:os'
import type { Shared } from '../publish.js'
import { startEngine } from '../render/engine.js'
import type { PublishRequest } from '../request.js'
import type { World } from '../world.js'
import { UsageError } from './exit.js'
import type { Session } from './session.js'

/** Issues below which threads take longer to start than they gain. */
const fewest = 12

/** Threads beyond this many would wait for the browser. */
const most = 64

/** How many threads are to build. @throws UsageError */
export function jobsOf(given: string | undefined): number {
  if (given === undefined) return Math.min(availableParallelism(), most)
  const jobs = Number(given)
  if (!/^\d+$/.test(given) || jobs < 1 || jobs > most)
    throw new UsageError(`Unexpected --jobs ${given}, expected a number from 1 to ${most}`)
  return jobs
}

/** What a build in several threads shares with them; nothing of its own where one thread builds. */
export function threadsFor(request: PublishRequest, world: World, jobs: number, session: Session): Shared {
  // Trees cannot be handed from thread to thread for less than they cost to make.
  if (jobs === 1 || request.keep) return {}
  const engine = startEngine(world, Math.max(2, jobs))
  const { signal, ...asked } = request
  return {
    engine,
    async workers(issues) {
      if (issues < fewest) return undefined
      const [{ openThreads }, { copyable }] = await Promise.all([
        import('../threads/threads.js'),
        import('../threads/task.js'),
      ])
      const { config } = request
      const own = config.templates && config.file
      return openThreads({
        threads: Math.min(jobs, issues),
        engine,
        signal,
        setting: {
          request: { ...asked, config: copyable(config) },
          ...(own ? { configFile: own } : {}),
          env: { ...session.env },
          ...(session.caches ? { caches: session.caches } : {}),
          browserBuild: await world.browserBuild(),
        },
      })
    },
  }
}
