import { MessageChannel } from 'node:worker_threads'
import type { Claimant, Workers } from '../begun.js'
import { type RecordedMessage, recordMessage } from '../cache/recorded-message.js'
import type { Engine } from '../render/engine.js'
import { serveDesk } from './desk.js'
import { resultOfTask, type Task, type TaskResult, type ThreadSetting } from './task.js'

/** Issues that a thread has in hand at a time: while one waits for the browser, another is bound. */
const inHand = 2

/** How threads are opened. */
export interface ThreadOptions {
  /** How many there are at most. */
  readonly threads: number
  readonly setting: ThreadSetting
  /** What the browser does is done by this one. */
  readonly engine: Engine
  readonly signal?: AbortSignal | undefined
}

/** Opens threads that make issues. They start as there is work for them, and share the engine's browser. */
export async function openThreads({ threads, setting, engine, signal }: ThreadOptions): Promise<Workers> {
  const { Piscina } = await import('piscina')
  const pool = new Piscina<Task, TaskResult>({
    filename: new URL('./issue-worker.js', import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    concurrentTasksPerWorker: inHand,
  })
  const stops = new Set<() => void>()
  const stopAll = () => {
    for (const stop of stops) stop()
  }
  signal?.addEventListener('abort', stopAll, { once: true })
  return {
    // One more lies ready for who is done first.
    atOnce: threads * inHand + 1,
    async begin(source) {
      const { port1: port, port2 } = new MessageChannel()
      const claimant = deferred<Claimant>()
      const told = deferred<readonly RecordedMessage[]>()
      const stop = serveDesk(port, {
        claim(asking) {
          claimant.resolve(asking)
          return told.promise
        },
        print: async (html, resources, draft) =>
          (await engine.printer()).print(html, resources, signal, draft),
        photograph: sheet => engine.studio.photograph(sheet),
        drawElements: (...drawing) => engine.studio.drawElements(...drawing),
        info: async line => engine.world.log.info(line),
      })
      stops.add(stop)
      const making = pool.run({ source, port: port2, setting }, { transferList: [port2] }).finally(() => {
        stops.delete(stop)
        port.close()
      })
      // It is met by whoever waits for the end; who waits for the slug must not wait for ever.
      making.catch(claimant.reject)
      claimant.promise.catch(() => undefined)
      return {
        claimant: claimant.promise,
        async finish(found) {
          told.resolve(found.map(recordMessage))
          const made = await making
          return { result: resultOfTask(source, made), ...(made.record ? { record: made.record } : {}) }
        },
      }
    },
    async close() {
      signal?.removeEventListener('abort', stopAll)
      await pool.destroy()
    },
  }
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<T>((fulfil, fail) => {
    resolve = fulfil
    reject = fail
  })
  return { promise, resolve, reject }
}
