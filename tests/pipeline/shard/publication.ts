import { loadConfig } from '../../../pipeline/config/load.js'
import { publish } from '../../../pipeline/publish.js'
import type { PublishRequest, PublishResult } from '../../../pipeline/request.js'
import { type MergeResult, mergeShards } from '../../../pipeline/shard/merge-shards.js'
import { publishShard } from '../../../pipeline/shard/publish-shard.js'
import { memoryCache } from '../../../pipeline/world/memory-cache.js'
import { type MemoryWorld, memoryWorld } from '../../../pipeline/world-memory.js'
import { anArticle } from '../../support/memory-publication.js'
import { smallPng } from '../../support/small-png.js'

type Held = string | Uint8Array

const config =
  'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nurl: https://example.org/letters\nepub: { cover: none }\nemail: { unsubscribe: https://example.org/u }\n'

const [blue, red] = [await smallPng(), await smallPng('#993333')]

/** Five issues and a draft, with pictures, an issue of several articles and something to be told. */
export const five = (): Record<string, Held> => ({
  'trifold.yaml': config,
  'content/bell.md': anArticle('Bell', '2026-01-01', 'draft: true\n'),
  'content/eel.md': `${anArticle('Eel', '2026-02-01')}\n![](mill.png)\n`,
  'content/mill.md': `${anArticle('Mill', '2026-03-01', 'slug: the-mill\n')}\n![A mill](mill.png)\n`,
  'content/moon.md': `${anArticle('Moon', '2026-03-02')}\n![A moon](moon.png)\n`,
  'content/tides/issue.yaml': 'title: Tides\ndate: 2026-04-01\narticles: [one.md, two.md]\n',
  'content/tides/one.md': `${anArticle('One')}\n[The other](two.md)\n`,
  'content/tides/two.md': anArticle('Two'),
  'content/wheel.md': anArticle('Wheel', '2026-03-03'),
  'content/mill.png': blue,
  'content/moon.png': red,
})

/** A machine that a publication is checked out on. */
export interface Machine {
  readonly world: MemoryWorld
  /** Builds a shard, `2/3`, or everything. */
  build(shard?: string, options?: Partial<PublishRequest>): Promise<PublishResult>
  /** Merges folders, from the publication's. */
  merge(folders: readonly string[], output?: string): Promise<MergeResult>
  /** The files of a folder by their paths, as text of bytes. */
  files(folder: string): Record<string, string>
  /** Puts a folder's files into another place of this machine. */
  put(folder: string, files: Readonly<Record<string, string>>): Promise<void>
}

/** @param root where the publication lies on it @param env its environment */
export function machine(
  given: Readonly<Record<string, Held>> = five(),
  root = '/p',
  { env = {}, links = {} }: { env?: Record<string, string>; links?: Record<string, string> } = {},
): Machine {
  const at = (path: string) => `${root}/${path}`
  const placed = Object.entries(given).map(([path, held]) => [at(path), held])
  const world = memoryWorld({ files: Object.fromEntries(placed), env, links, cache: memoryCache() })
  const read = async () => {
    const files = new Set<string>()
    return { config: (await loadConfig(world, { folder: root }, files)).config, files }
  }
  return {
    world,
    async build(written, options = {}) {
      const [number, of] = written?.split('/').map(Number) ?? []
      const { config: loaded, files } = await read()
      const request = {
        config: loaded,
        paths: [],
        formats: ['email', 'epub', 'web'],
        outputDir: at('dist'),
        cwd: root,
        ...options,
      } satisfies PublishRequest
      return number && of
        ? publishShard({ ...request, shard: { number, of } }, files, world)
        : publish(request, world)
    },
    async merge(folders, output = 'dist') {
      const { config: loaded, files } = await read()
      return mergeShards(
        { config: loaded, configFiles: files, folders: folders.map(at), outputDir: at(output), cwd: root },
        world,
      )
    },
    files(folder) {
      const below = `${at(folder)}/`
      return Object.fromEntries(
        [...world.files.all()]
          .filter(([path]) => path.startsWith(below))
          .map(([path, bytes]) => [path.slice(below.length), Buffer.from(bytes).toString('latin1')]),
      )
    },
    async put(folder, files) {
      for (const [path, text] of Object.entries(files))
        await world.files.write(at(`${folder}/${path}`), Buffer.from(text, 'latin1'))
    },
  }
}
