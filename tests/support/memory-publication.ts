import type { Format } from '../../pipeline/article.js'
import { loadConfig } from '../../pipeline/config/load.js'
import { publish } from '../../pipeline/publish.js'
import type { PublishRequest, PublishResult } from '../../pipeline/request.js'
import { type MemoryWorld, type MemoryWorldOptions, memoryWorld } from '../../pipeline/world-memory.js'

const folder = '/p'
const config =
  'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nurl: https://example.org/letters\nemail: { unsubscribe: https://example.org/u }\n'

/** A publication in memory, that is built again and again. */
export interface MemoryPublication {
  readonly world: MemoryWorld
  /** Builds what is named, from the publication's folder, or all. */
  build(
    paths?: readonly string[],
    formats?: readonly Format[],
    options?: Pick<PublishRequest, 'strict' | 'force' | 'asReady' | 'taken' | 'signal'>,
  ): Promise<PublishResult>
  write(path: string, content: string | Uint8Array): Promise<void>
  remove(path: string): Promise<void>
  /** A file's text, from the publication's folder. */
  text(path: string): string
  /** The files below a folder, seen from it. */
  files(below: string): string[]
  /** Every file of `dist/` by its path, as text. */
  built(): Record<string, string>
}

/** An article of one paragraph. */
export const anArticle = (title: string, date = '2026-03-20', more = ''): string =>
  `---\ntitle: ${title}\ndate: ${date}\ndescription: About ${title}.\nauthors: [Ada]\n${more}---\n\nWords of ${title}.\n`

/** @param given files by path from the publication's folder; `trifold.yaml` is there unless it is among them */
export function memoryPublication(
  given: Readonly<Record<string, string | Uint8Array>>,
  {
    failOn,
    ...options
  }: Pick<MemoryWorldOptions, 'failOn' | 'cache' | 'env' | 'packages' | 'packagePath' | 'browser'> = {},
): MemoryPublication {
  const files = Object.entries({ 'trifold.yaml': config, ...given }).map(([path, text]) => [
    `${folder}/${path}`,
    text,
  ])
  const world = memoryWorld({ files: Object.fromEntries(files), ...(failOn ? { failOn } : {}), ...options })
  const decoder = new TextDecoder()
  const below = (path: string) =>
    [...world.files.all()].filter(([file]) => file.startsWith(`${folder}/${path}/`))
  return {
    world,
    async build(paths = [], formats = ['web'], options = {}) {
      const loaded = await loadConfig(world, { folder })
      return publish(
        {
          config: loaded.config,
          paths: paths.map(path => `${folder}/${path}`),
          formats,
          outputDir: `${folder}/dist`,
          cwd: folder,
          ...options,
        },
        world,
      )
    },
    write: (path, content) =>
      world.files.write(
        `${folder}/${path}`,
        typeof content === 'string' ? new TextEncoder().encode(content) : content,
      ),
    remove: path => world.files.remove(`${folder}/${path}`),
    text: path => decoder.decode(world.files.all().get(`${folder}/${path}`)),
    files: path => below(path).map(([file]) => file.slice(`${folder}/${path}/`.length)),
    built: () =>
      Object.fromEntries(
        below('dist').map(([file, bytes]) => [file.slice(`${folder}/dist/`.length), decoder.decode(bytes)]),
      ),
  }
}
