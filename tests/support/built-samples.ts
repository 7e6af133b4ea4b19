import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Called, trifold } from './cli.js'
import { samples } from './rendering.js'

/** The project's folder, which is the sample publication's. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** The slugs of the sample publication's articles. */
export const slugs = samples.map(file => basename(file, '.md'))

/** The slug of the sample issue of several articles. */
export const issueSlug = 'between-tides'

/** A build of the sample publication in a folder of its own. */
export interface BuiltSamples {
  readonly folder: string
  readonly called: Called
  /** The path of a file of an issue. */
  path(slug: string, file: string): string
  bytes(slug: string, file: string): Uint8Array
  text(slug: string, file: string): string
  /** Removes the folder. */
  remove(): void
}

/** Builds the sample publication by `trifold build`, from where it lies. */
export async function buildSamples(
  options: {
    readonly cwd?: string
    readonly env?: Readonly<Record<string, string>>
    readonly flags?: readonly string[]
  } = {},
): Promise<BuiltSamples> {
  const folder = mkdtempSync(join(tmpdir(), 'trifold-samples-'))
  const { cwd = projectRoot, env = {}, flags = [] } = options
  const config = join(projectRoot, 'trifold.yaml')
  const called = await trifold(['build', '-c', config, '-o', folder, ...flags], { cwd, env })
  const path = (slug: string, file: string) => join(folder, slug, file)
  return {
    folder,
    called,
    path,
    bytes: (slug, file) => readFileSync(path(slug, file)),
    text: (slug, file) => readFileSync(path(slug, file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The Markdown of a sample article. */
export const sampleMarkdown = (slug: string): string =>
  readFileSync(join(projectRoot, 'content', `${slug}.md`), 'utf8')
