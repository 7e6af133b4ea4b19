import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { watch } from 'chokidar'
import type { Watcher, WatchRequest } from '../world.js'

/** Watches folders of this machine's disk. */
export async function watchDisk({ folders, wants, poll, changed, failed }: WatchRequest): Promise<Watcher> {
  const tell = (path: string) => {
    if (wants(path)) changed(path)
  }
  const watcher = watch([...folders], {
    ignored: path => !wants(path),
    ignoreInitial: true,
    ignorePermissionErrors: true,
    // What was moved away for a moment is told at once: whoever listens waits until it is quiet.
    atomic: false,
    usePolling: poll !== undefined,
    ...(poll === undefined ? {} : { interval: poll, binaryInterval: poll }),
  })
  watcher.on('error', error => failed(error instanceof Error ? error : new Error(String(error))))
  watcher.on('all', (event, path) => {
    if (poll !== undefined || event !== 'change') tell(path)
  })
  // Of two changes within 50 ms chokidar tells the first only, and the second may be the one that stays.
  watcher.on('raw', (_, name: string | null, details) => {
    const watched = watchedPath(details)
    if (poll !== undefined || watched === undefined) return
    tell(name === null || name === basename(watched) ? watched : join(watched, name))
  })
  await new Promise<void>(resolve => watcher.once('ready', resolve))
  // Node's first look at a file comes after it says that it watches: what is changed before is what it was to begin with.
  if (poll !== undefined) await setTimeout(2 * poll)
  return { close: () => watcher.close() }
}

/** The file or the folder in which an event came, as chokidar has it in its details. */
const watchedPath = (details: unknown): string | undefined =>
  typeof details === 'object' &&
  details !== null &&
  'watchedPath' in details &&
  typeof details.watchedPath === 'string'
    ? details.watchedPath
    : undefined
