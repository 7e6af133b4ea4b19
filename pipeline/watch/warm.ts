import type { Config } from '../config/config.js'
import { type Engine, startEngine } from '../render/engine.js'
import type { PublishRequest } from '../request.js'
import type { Watcher, World } from '../world.js'
import type { Bursts } from './bursts.js'
import { withKnownPackages } from './known-packages.js'
import { placesOf } from './places.js'
import { scopeOf } from './scope.js'

/** What is built again and again, as its config has it. */
export interface Watched {
  readonly request: PublishRequest
  /** What the config was read from, or would be; absolute paths. */
  readonly configFiles: ReadonlySet<string>
}

/** What stays open from run to run. */
export interface Warm extends Watched {
  readonly world: World
  readonly engine: Engine
  readonly watcher: Watcher
}

/** How it is opened. */
export interface Opening {
  /** The world that a config asks for: its browser, the packages beside it. */
  open(config: Config): World
  /** Told why something cannot be watched. */
  unwatched(error: Error): void
  /** Milliseconds between two looks, where the disk tells nothing by itself. */
  readonly poll?: number | undefined
}

/** Opens the world of a config, and listens to changes of what is built. */
export async function openWarm(watched: Watched, bursts: Bursts, opening: Opening): Promise<Warm> {
  const { config, formats } = watched.request
  const world = withKnownPackages(opening.open(config))
  const engine = startEngine(world)
  // Where all is up to date there is time for it.
  engine.warmUp(formats, config.publication)
  return {
    ...watched,
    world,
    engine,
    watcher: await listen(watched, world, bursts, opening),
  }
}

/** The same for a changed config: the world stays, unless another browser is asked for. */
export async function changeWarm(
  warm: Warm,
  watched: Watched,
  bursts: Bursts,
  opening: Opening,
): Promise<Warm> {
  const [before, now] = [warm.request.config, watched.request.config]
  if (before.browser !== now.browser || before.sandbox !== now.sandbox || before.root !== now.root) {
    await closeWarm(warm)
    return openWarm(watched, bursts, opening)
  }
  const watcher = await listen(watched, warm.world, bursts, opening)
  // Only now, so that no change is missed in between.
  await warm.watcher.close()
  return { ...warm, ...watched, watcher }
}

/** Closes it all; runs have ended before. */
export async function closeWarm({ watcher, world }: Warm): Promise<void> {
  await watcher.close()
  await world.close()
}

async function listen(
  { request, configFiles }: Watched,
  world: World,
  bursts: Bursts,
  { unwatched, poll }: Opening,
): Promise<Watcher> {
  let isTold = false
  const { folders, wants, matters } = scopeOf(await placesOf(request, configFiles, world.files))
  return world.watch({
    folders,
    wants,
    poll,
    failed(error) {
      // What keeps one file from being watched keeps others too.
      if (!isTold) unwatched(error)
      isTold = true
    },
    changed(path) {
      if (matters(path)) bursts.add(path)
    },
  })
}
