import { basename, dirname, relative, sep } from 'node:path'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import type { RenditionFile } from '../render/rendition.js'
import { version } from '../version.js'
import type { World } from '../world.js'
import type { Settings } from './settings.js'

/** The files that are written as they lie in starter/: where they go, and what they are called there. */
const copied: Readonly<Record<string, string>> = {
  // npm takes a file named .gitignore for its own.
  '.gitignore': 'gitignore',
  'content/first-letter.md': 'content/first-letter.md',
  'content/images/folded-sheet.svg': 'content/images/folded-sheet.svg',
}

/**
 * The files of a new publication, `trifold.yaml` last: with it the folder is one.
 *
 * @param folder where it will be; absolute, with links resolved
 */
export async function starterFiles(
  settings: Settings,
  folder: string,
  world: World,
): Promise<RenditionFile[]> {
  const text = async (path: string) => new TextDecoder().decode(await starterFile(path, world))
  const copies = Object.entries(copied).map(async ([path, from]) => ({
    path,
    bytes: await starterFile(from, world),
  }))
  return [
    ...(await Promise.all(copies)),
    written('package.json', packageJson(folder, world)),
    written('README.md', withTitle(settings.name, await text('README.md'))),
    written('trifold.yaml', withSettings(settings, await text('trifold.yaml'))),
  ]
}

const written = (path: string, text: string): RenditionFile => ({
  path,
  bytes: new TextEncoder().encode(text),
})

async function starterFile(path: string, world: World): Promise<Uint8Array> {
  const bytes = await world.packageFile(`trifold/starter/${path}`)
  if (!bytes) throw new Error(`starter/${path} is not in this installation of Trifold; install it again`)
  return bytes
}

/** A line for a key of the config, or one that waits to be used: `# address: ...`. */
const keyLine = /^(?:# )?(\w+):.*$/gm

/** The config with the values that are known; the others stay as they wait there. */
export const withSettings = (settings: Settings, yaml: string): string =>
  yaml.replace(keyLine, (line, key: string) => {
    const value = new Map(Object.entries(settings)).get(key)
    return value ? stringify({ [key]: value }, { lineWidth: 0 }).trimEnd() : line
  })

function withTitle(name: string, page: string): string {
  const title = toMarkdown({ type: 'heading', depth: 1, children: [{ type: 'text', value: name }] })
  return `${title}\n${page}`
}

function packageJson(folder: string, world: World): string {
  const content = {
    private: true,
    type: 'module',
    scripts: { build: 'trifold build', check: 'trifold check' },
    devDependencies: { trifold: wantedTrifold(folder, world) },
  }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** This version; or this very copy, where it is not an installed one but a checkout, whose version no registry has. */
function wantedTrifold(folder: string, world: World): string {
  const own = world.packagePath('trifold/package.json')
  if (own === undefined || basename(dirname(dirname(own))) === 'node_modules') return version()
  return `file:${relative(folder, dirname(own)).replaceAll(sep, '/')}`
}
