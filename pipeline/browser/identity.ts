import { join } from 'node:path'
import { commandPlaces, type Machine, puppeteerCache, systemPlaces } from './places.js'

/** The machine, as far as telling its browser apart needs it. */
export interface IdentityHost extends Machine {
  /** The names in a folder, sorted; none where it is not there. */
  names(folder: string): Promise<readonly string[]>
  /** What changes when the file does; undefined where none is. */
  stamp(path: string): Promise<string | undefined>
}

/**
 * What tells the browser that `findBrowser` would find from another build of it. Nothing is started, and no library is
 * loaded: the folders of puppeteer's cache are named by version, and other files have a stamp.
 *
 * @param given a path or a command, from a flag or the config
 */
export async function browserIdentity(host: IdentityHost, given?: string): Promise<string> {
  const named = given || host.env.PUPPETEER_EXECUTABLE_PATH
  if (named) return firstOf(/[/\\]/.test(named) ? [named] : commandPlaces(host, named), host)
  const cache = puppeteerCache(host)
  const builds: string[] = []
  for (const kind of ['chrome-headless-shell', 'chrome'])
    builds.push(...(await host.names(join(cache, kind))).map(name => `${kind} ${name}`))
  return builds.length > 0 ? builds.join('\n') : firstOf(systemPlaces(host), host)
}

async function firstOf(paths: readonly string[], host: IdentityHost): Promise<string> {
  for (const path of paths) {
    const stamp = await host.stamp(path)
    if (stamp !== undefined) return `${path} ${stamp}`
  }
  return 'none'
}
