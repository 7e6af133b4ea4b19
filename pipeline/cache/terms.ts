import { dirname, extname, join } from 'node:path'
import type { Config } from '../config/config.js'
import { neverAgain, programDigest } from '../world/program.js'
import type { Files, World } from '../world.js'
import { digestOf } from './digest.js'
import { codeOf } from './trace.js'

/** What a build depends on besides what it reads of the disk. */
export interface TermsRequest {
  readonly config: Config
  readonly cwd: string
  readonly outputDir: string
  readonly strict?: boolean | undefined
}

/** A digest of what every issue of a build depends on besides its files: two builds of other terms share nothing. */
export async function termsOf(
  { config, cwd, outputDir, strict = false }: TermsRequest,
  world: World,
): Promise<string> {
  // What of sending a build depends on is in the publication.
  const { templates: _, transporter: __, sources: ___, sending: ____, ...values } = config
  return digestOf(
    programDigest(),
    values,
    config.file !== undefined && isCode(config.file) ? await codeIn(config, world.files) : '',
    { cwd, outputDir, strict },
    { epoch: world.env.SOURCE_DATE_EPOCH, browser: await world.browserBuild() },
  )
}

/** Whether a config is a program, of which nobody can tell what it reads. */
export const isCode = (file: string): boolean => /^\.[cm]?[jt]s$/.test(extname(file))

/** Where there are more folders than this, nobody looks through them at each build. */
const mostFolders = 500

/**
 * A digest of every program below the publication's folder, of those around modules that the config imports from elsewhere,
 * and of what npm and its like have installed there: a config in code may have any of them. It is another each time where
 * there is more than can be looked at, or what was run of it has been changed.
 */
async function codeIn(
  { root, contentDir, outputDir, sources = new Map() }: Config,
  files: Files,
): Promise<string> {
  for (const [path, source] of sources) {
    const now = await files.read(path).then(textOf, codeOf)
    // What was run may be on the disk no more, and then is no term of a later build.
    if (now !== textOf(source)) return neverAgain()
  }
  const found: string[] = []
  // What is loaded as it is, `.mjs` say, nobody tells of: but it mostly lies beside what imports it.
  const elsewhere = [...sources.keys()]
    .filter(path => !path.startsWith(join(root, '/')))
    .map(path => dirname(path))
  const folders = [...new Set([root, ...elsewhere])]
  const see = async (path: string) => {
    found.push(path, await files.read(path).then(digestOf, codeOf))
  }
  for (let next = 0; next < folders.length; next++) {
    if (next === mostFolders) return neverAgain()
    const folder = folders[next] ?? root
    const entries = await files.list(folder).catch((error: unknown) => {
      found.push(folder, codeOf(error))
      return []
    })
    for (const { name, kind } of entries) {
      const path = join(folder, name)
      if (kind === 'file' && (/\.(?:[cm]?[jt]sx?|json)$/.test(name) || lockFiles.test(name))) await see(path)
      const isSource = name !== 'node_modules' && !name.startsWith('.')
      if (kind === 'folder' && isSource && path !== contentDir && path !== outputDir) folders.push(path)
    }
  }
  return digestOf(found)
}

/** A source without the mark that some begin with, which who reads it may have taken off. */
const textOf = (source: string | Uint8Array): string =>
  (typeof source === 'string' ? source : new TextDecoder().decode(source)).replace(/^\uFEFF/, '')

const lockFiles = /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/
