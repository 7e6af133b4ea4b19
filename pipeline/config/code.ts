import { fileURLToPath } from 'node:url'
import type { TransformOptions } from 'jiti'
import type { Point } from 'unist'
import { finding } from '../messages.js'
import { ConfigError } from './config.js'

/**
 * Runs a config in code and gives what it exports. It may import `trifold` where that is not installed beside it.
 *
 * @param file its absolute path, from which its own imports are resolved
 * @param sources what is run of it and of what it imports, but of packages, is added by its path
 * @throws {ConfigError} with the line, when it does not compile, does not run or exports nothing
 */
export async function readCode(file: string, text: string, sources: Map<string, string>): Promise<unknown> {
  const { createJiti } = await import('jiti')
  const plain = createJiti(file, { fsCache: false, moduleCache: false })
  const options = {
    fsCache: false,
    moduleCache: false,
    transform(module: TransformOptions) {
      if (module.filename) sources.set(module.filename, module.source)
      return { code: plain.transform(module) }
    },
  }
  const own = plain.esmResolve('trifold', { try: true })
  const alias = { trifold: fileURLToPath(new URL('./define', import.meta.url)) }
  const jiti = createJiti(file, own ? options : { ...options, alias })
  let exported: unknown
  try {
    exported = await jiti.evalModule(text, { filename: file, async: true })
  } catch (error) {
    throw new ConfigError([
      finding('config-syntax', reasonOf(error, file), { file, place: placeOf(error, file) }),
    ])
  }
  const config =
    typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : undefined
  if (config === undefined) {
    const reason = 'It exports no config; expected `export default defineConfig({ ... })`.'
    throw new ConfigError([finding('config-value', reason, { file })])
  }
  return await config
}

/** The first line of what went wrong, without the place, which the message has anyway. */
function reasonOf(error: unknown, file: string): string {
  const message = error instanceof Error ? error.message : String(error)
  const [first = ''] = message
    .replace(/^ParseError: /, '')
    .replaceAll(file, '')
    .split('\n')
  const sentence = first.trim().replace(/\.$/, '')
  return `The config does not run: ${sentence}.`
}

/** Node's stacks and Babel's messages both name a place as `file:line:column`. */
function placeOf(error: unknown, file: string): Point | undefined {
  const text = error instanceof Error ? `${error.message}\n${error.stack}` : ''
  const at = text.indexOf(`${file}:`)
  const match = at < 0 ? null : /^:(\d+):(\d+)/.exec(text.slice(at + file.length))
  return match ? { line: Number(match[1]), column: Math.max(1, Number(match[2])) } : undefined
}
