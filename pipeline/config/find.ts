import { dirname, join } from 'node:path'
import { finding } from '../messages.js'
import type { World } from '../world.js'
import { ConfigError } from './config.js'

/** The names a config goes by. */
export const configNames = [
  'trifold.yaml',
  'trifold.yml',
  'trifold.config.ts',
  'trifold.config.js',
  'trifold.config.mjs',
] as const

/**
 * The config of the publication that a folder is in: the nearest, going up; undefined where there is none.
 *
 * @param folder absolute
 * @throws {ConfigError} when a folder holds two
 */
export async function findConfig(world: World, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const kinds = await Promise.all(configNames.map(name => world.files.kind(join(at, name))))
    const [first, second] = configNames.filter((_, index) => kinds[index] === 'file')
    if (first && second) {
      const reason = `Two configs in one folder, ${first} and ${second}, expected one; take one away or choose it with --config.`
      throw new ConfigError([finding('config-file', reason, { file: join(at, first) })])
    }
    if (first) return join(at, first)
    if (dirname(at) === at) return undefined
  }
}
