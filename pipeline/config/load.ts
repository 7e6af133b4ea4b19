import { extname, resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { finding, hasError, reporter } from '../messages.js'
import { Places } from '../parse/places.js'
import { readYaml } from '../parse/yaml-places.js'
import type { World } from '../world.js'
import { readCode } from './code.js'
import { type Config, ConfigError } from './config.js'
import { findConfig } from './find.js'
import { defaultConfig, resolveConfig } from './resolve.js'
import { type TokenChanges, withTokens } from './token-changes.js'

/** A config, and what there is to say about it that does not stop anything. */
export interface LoadedConfig {
  readonly config: Config
  readonly messages: VFileMessage[]
}

/**
 * Reads the config of a publication: the file that is named, or else the nearest one going up from the folder, or else
 * our defaults seen from the folder.
 *
 * @param from `file` as the user names it, seen from `folder`; `folder` is absolute;
 * `tokens` are taken in place of the theme's own
 * @param files what it was read from, one that cannot be used too: the config and, of one in code, what that imports, as
 * far as it is known; absolute paths are added
 * @throws {ConfigError} when it is not there, cannot be read, or holds what it should not
 */
export async function loadConfig(
  world: World,
  from: {
    readonly file?: string | undefined
    readonly folder: string
    readonly tokens?: TokenChanges | undefined
  },
  files = new Set<string>(),
): Promise<LoadedConfig> {
  const file =
    from.file === undefined ? await findConfig(world, from.folder) : resolve(from.folder, from.file)
  if (file === undefined) {
    return { config: defaultConfig(from.folder, from.tokens), messages: [] }
  }
  files.add(file)
  const messages: VFileMessage[] = []
  const report = reporter(file, messages)
  const places = new Places()
  const sources = new Map<string, string>()
  const found = await read(world, file, places, sources).finally(() => {
    for (const path of sources.keys()) files.add(path)
  })
  const raw = from.tokens ? withTokens(found, from.tokens, places) : found
  const config = resolveConfig(raw, file, report, places)
  if (hasError(messages)) throw new ConfigError(messages)
  return { config: sources.size > 0 ? { ...config, sources } : config, messages }
}

/** What the config holds, with the place of each key where it is YAML. */
async function read(
  world: World,
  file: string,
  places: Places,
  sources: Map<string, string>,
): Promise<unknown> {
  const text = await readText(world, file)
  const kind = extname(file)
  if (/^\.[cm]?[jt]s$/.test(kind)) return readCode(file, text, sources)
  if (!/^\.(?:ya?ml|json)$/.test(kind)) {
    throw fault('config-file', `A config ends in .yaml, .ts, .js or .mjs, found "${kind}".`, file)
  }
  const { value, syntax, unread, repeated } = readYaml(text, 1, 'core', places)
  const [first] = [...syntax, ...unread]
  if (first) throw fault('config-syntax', `Not valid YAML: ${first.reason}.`, file, first.place)
  if (repeated.length > 0) {
    const where = repeated.map(({ reason, place }) =>
      finding('config-syntax', `The key "${reason}" is there twice, expected once.`, { file, place }),
    )
    throw new ConfigError(where)
  }
  return value
}

async function readText(world: World, file: string): Promise<string> {
  if ((await world.files.kind(file)) === undefined) {
    throw fault(
      'config-file',
      'There is no such config; name another with --config, or write a trifold.yaml.',
      file,
    )
  }
  try {
    return new TextDecoder().decode(await world.files.read(file))
  } catch (error) {
    throw fault(
      'config-file',
      `It cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      file,
    )
  }
}

const fault = (
  rule: Parameters<typeof finding>[0],
  reason: string,
  file: string,
  place?: Parameters<typeof finding>[2]['place'],
) => new ConfigError([finding(rule, reason, { file, place })])
