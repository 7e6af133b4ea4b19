import type { VFileMessage } from 'vfile-message'
import { checkIssues } from '../../pipeline/check-issues.js'
import { ConfigError } from '../../pipeline/config/config.js'
import { loadConfig } from '../../pipeline/config/load.js'
import { publish } from '../../pipeline/publish.js'
import { type MemoryWorldOptions, memoryWorld } from '../../pipeline/world-memory.js'
import type { Templates } from '../../templates/overrides.js'

/** A publication to build: what it differs in from a sound one of one article. */
export interface Build extends Omit<MemoryWorldOptions, 'files'> {
  /** By path from the publication's folder. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly formats?: Parameters<typeof publish>[0]['formats']
  /** Handlers and layouts of the publication's own. */
  readonly templates?: Templates
  /** Whether it is checked as `trifold check` does, instead of built. */
  readonly check?: boolean
  /** Whether other hosts are asked if links lead somewhere. */
  readonly asks?: boolean
}

const folder = '/publication'
const sound = {
  'trifold.yaml': 'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nmergeTags: [name]\n',
  'content/the-mill.md': '---\ntitle: The mill\ndate: 2026-03-20\n---\n\nWords.\n',
}

/** Everything that is said when the publication is built, in memory. */
export async function messagesOf({
  files,
  formats = ['web'],
  templates,
  check = false,
  asks = false,
  ...rest
}: Build): Promise<VFileMessage[]> {
  const placed = Object.entries({ ...sound, ...files }).map(([path, held]) => [`${folder}/${path}`, held])
  const world = memoryWorld({ files: Object.fromEntries(placed), ...rest })
  try {
    const { config, messages } = await loadConfig(world, { folder })
    const changed = { ...config, ...(templates ? { templates } : {}) }
    if (check) {
      const request = { config: changed, paths: [], formats, cwd: folder, ...(asks ? { links: {} } : {}) }
      const checked = await checkIssues(request, world)
      return [...messages, ...checked.messages, ...checked.skipped]
    }
    const request = { config: changed, paths: [], formats, outputDir: `${folder}/dist`, cwd: folder }
    const published = await publish(request, world)
    return [...messages, ...published.messages]
  } catch (error) {
    if (error instanceof ConfigError) return [...error.messages]
    throw error
  }
}
