import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { World } from '../world.js'

/**
 * Where runs keep things for one another: `TRIFOLD_CACHE_DIR`, or the folder that the system has for what may be thrown
 * away (XDG Base Directory Specification 0.8 for `XDG_CACHE_HOME`).
 *
 * @returns absolute; undefined where `TRIFOLD_CACHE_DIR` is `off`, or there is no home
 */
export function cacheFolder(env: World['env'], platform = process.platform): string | undefined {
  const given = env.TRIFOLD_CACHE_DIR
  if (given === 'off') return undefined
  if (given) return isAbsolute(given) ? given : join(process.cwd(), given)
  const home = homedir()
  if (!isAbsolute(home)) return undefined
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'trifold')
  if (platform === 'win32')
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'trifold', 'cache')
  // A relative path there is invalid by the specification, and to be ignored.
  const caches = env.XDG_CACHE_HOME
  return join(caches && isAbsolute(caches) ? caches : join(home, '.cache'), 'trifold')
}
