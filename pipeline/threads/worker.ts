import type { Printer } from '../bind/pdf/printer.js'
import { buildIssue } from '../build-issue.js'
import { messageOf } from '../cache/recorded-message.js'
import { loadConfig } from '../config/load.js'
import type { Engine } from '../render/engine.js'
import type { PublishRequest } from '../request.js'
import { diskCache } from '../world/disk-cache.js'
import { noCache } from '../world/no-cache.js'
import { writeOnly } from '../world/write-only-cache.js'
import type { Log, World } from '../world.js'
import { nodeWorld } from '../world-node.js'
import { type Desk, deskBehind } from './desk.js'
import { type Task, type TaskResult, type ThreadSetting, taskResult } from './task.js'

/** Makes one issue in a thread: all but what the browser does, which the thread asks for that has it. */
export default async function makeIssue({ source, port, setting }: Task): Promise<TaskResult> {
  const stop = new AbortController()
  const desk = deskBehind(port, () => stop.abort(new Error('stopped')))
  try {
    const world = worldFor(setting, desk)
    const request = { ...(await requestOf(setting, world)), signal: stop.signal }
    const begun = await buildIssue(source, request, world, engineAt(desk, world))
    const told = await desk.claim(await begun.claimant)
    const { result, record } = await begun.finish(told.map(messageOf))
    return { ...taskResult(result), ...(record ? { record } : {}) }
  } finally {
    port.close()
  }
}

let known: Promise<PublishRequest> | undefined

/** The request with the config's functions, which could not be copied; read once in each thread. */
function requestOf({ request, configFile }: ThreadSetting, world: World): Promise<PublishRequest> {
  known ??= (async () => {
    if (configFile === undefined) return request
    const { config } = await loadConfig(world, { file: configFile, folder: request.cwd })
    return { ...request, config }
  })()
  return known
}

function worldFor({ request, env, caches, browserBuild }: ThreadSetting, desk: Desk): World {
  const cache = caches === undefined ? noCache : diskCache(caches)
  const log: Log = {
    info: line => void desk.info(line),
    // How far the run is, and what there is to say of the issue, is told where it was begun.
    progress() {},
    message() {},
  }
  return {
    ...nodeWorld({
      env,
      log,
      packageRoots: [request.config.root],
      cache: request.force ? writeOnly(cache) : cache,
    }),
    browser: () => Promise.reject(new Error('The browser is another thread’s')),
    browserBuild: async () => browserBuild,
  }
}

function engineAt(desk: Desk, world: World): Engine {
  const printer: Printer = {
    async print(html, resources, signal, draft) {
      const printed = await desk.print(html, resources, draft)
      signal?.throwIfAborted()
      return printed
    },
    close: async () => undefined,
  }
  return {
    world,
    printer: async () => printer,
    studio: desk,
    warmUp() {},
  }
}
