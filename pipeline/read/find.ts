import { basename, dirname, extname, join, relative } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { finding } from '../messages.js'
import { type Shard, shareOf } from '../shard/share.js'
import type { World } from '../world.js'
import { kindOf, readable, readers } from './readers.js'

/** A file that is an issue of one article, or that says what is in an issue of several. */
export interface IssueSource {
  /** Absolute. */
  readonly path: string
  /** As messages name it: relative to where the run was started, where that is shorter. */
  readonly name: string
  /** The slug it has unless its front matter gives another. */
  readonly slug: string
  /** What it holds, where it was handed over and not to be read from a file. */
  readonly bytes?: Uint8Array
  /** Whether it is the `issue.yaml` of a folder of articles. */
  readonly isFolder?: true
}

/** Where to look. */
export interface Search {
  /** Absolute; none means the content folder, unless there is input. */
  readonly paths: readonly string[]
  readonly input?: Uint8Array
  readonly config: { readonly contentDir: string }
  /** Where the run was started, for the names in messages. Absolute. */
  readonly cwd: string
  /** Finds what this part of them is; nothing means all. */
  readonly shard?: Shard
}

/** What says of a folder that it is an issue of several articles. */
const manifestNames = ['issue.yaml', 'issue.yml']

/** Whether a file's name says that it lists the articles of an issue. */
export const isManifest = (name: string): boolean => manifestNames.includes(name)

/** Whether a file's name is one of a source that a folder publishes: what other programs made is named by itself. */
export const isReadable = (name: string): boolean => kindOf(name) === 'markdown'

/**
 * The issues at the given paths: a file is one, a folder with an `issue.yaml` is one, any other folder holds them. Files
 * and folders whose names begin with a dot or an underscore are not published.
 */
export async function findIssues(
  search: Search,
  world: World,
): Promise<{ sources: IssueSource[]; messages: VFileMessage[] }> {
  const { paths, input, cwd, shard } = search
  const sources = new Map<string, IssueSource>()
  const messages: VFileMessage[] = []
  const fault = (name: string, reason: string) =>
    messages.push(finding('article-unreadable', reason, { file: name }))
  if (input) sources.set('-', { path: join(cwd, 'stdin.md'), name: '<stdin>', slug: 'stdin', bytes: input })
  for (const path of paths.length > 0 || input ? paths : [search.config.contentDir]) {
    const kind = await world.files.kind(path)
    const name = nameOf(path, cwd)
    if (kind === undefined)
      fault(name, 'Unexpected path, nothing is there; expected a Markdown file or a folder of them')
    else if (kind === 'file' && !kindOf(path) && !manifestNames.includes(basename(path))) {
      fault(name, `Unexpected file type \`${extname(path) || 'none'}\`, expected ${readable.join(', ')}`)
    } else {
      const files = kind === 'folder' ? await inFolder(path, world) : [path]
      if (files.length === 0)
        fault(
          name,
          `Unexpected folder without articles, expected at least one file (${readers.markdown.extensions.join(', ')})`,
        )
      for (const file of files) sources.set(file, sourceAt(file, cwd))
    }
  }
  const found = [...sources.values()]
  return { sources: shard ? shareOf(found, shard, search.config.contentDir) : found, messages }
}

async function inFolder(folder: string, world: World): Promise<string[]> {
  const manifest = await manifestIn(folder, world)
  if (manifest) return [manifest]
  const entries = await world.files.list(folder)
  const found = await Promise.all(
    entries
      .filter(({ name }) => !/^[._]/.test(name))
      .map(({ kind, name }) => {
        const path = join(folder, name)
        if (kind === 'folder') return manifestIn(path, world)
        return isReadable(name) ? path : undefined
      }),
  )
  return found.filter(path => path !== undefined)
}

async function manifestIn(folder: string, world: World): Promise<string | undefined> {
  const there = await world.files.list(folder)
  const name = manifestNames.find(manifest =>
    there.some(({ kind, name }) => kind === 'file' && name === manifest),
  )
  return name && join(folder, name)
}

/**
 * The source at a path that was named by itself: a file, or a folder that is an issue.
 *
 * @param path absolute
 * @param name as messages name it
 */
export async function sourceOf(path: string, world: World, name: string): Promise<IssueSource> {
  const manifest = (await world.files.kind(path)) === 'folder' ? await manifestIn(path, world) : undefined
  return manifest ? asSource(manifest, join(name, basename(manifest))) : asSource(path, name)
}

const sourceAt = (path: string, cwd: string): IssueSource => asSource(path, nameOf(path, cwd))

/** An issue of several articles is named after its folder. */
function asSource(path: string, name: string): IssueSource {
  return manifestNames.includes(basename(path))
    ? { path, name, slug: basename(dirname(path)), isFolder: true }
    : { path, name, slug: basename(path, extname(path)) }
}

function nameOf(path: string, cwd: string): string {
  const name = relative(cwd, path)
  return name === '' ? '.' : name
}
