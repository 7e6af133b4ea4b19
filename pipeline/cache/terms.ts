import { extname, join } from 'node:path'
import type { Config } from '../config/config.js'
import { programDigest } from '../world/program.js'
import type { Files, World } from '../world.js'
import { digestOf } from './digest.js'

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
  const { templates: _, ...values } = config
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

/** Files of more folders than this are not looked at. */
const mostFolders = 500

/**
 * A digest of every program below the publication's folder, and of what npm and its like have installed: a config in code
 * may import any of them. What it imports from elsewhere is not seen.
 */
async function codeIn({ root, contentDir, outputDir }: Config, files: Files): Promise<string> {
  const found: string[] = []
  const folders = [root]
  for (let next = 0; next < Math.min(folders.length, mostFolders); next++) {
    const folder = folders[next] ?? root
    for (const { name, kind } of await files.list(folder)) {
      const path = join(folder, name)
      if (kind === 'file' && (/\.(?:[cm]?[jt]sx?|json)$/.test(name) || lockFiles.test(name)))
        found.push(path, digestOf(await files.read(path)))
      const isSource = name !== 'node_modules' && !name.startsWith('.')
      if (kind === 'folder' && isSource && path !== contentDir && path !== outputDir) folders.push(path)
    }
  }
  return digestOf(found)
}

const lockFiles = /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/
