import type { Format } from '../../../pipeline/article.js'
import { checkIssues } from '../../../pipeline/check-issues.js'
import { loadConfig } from '../../../pipeline/config/load.js'
import type { ReportedRun } from '../../../pipeline/report/write-reports.js'
import { type MemoryWorld, type MemoryWorldOptions, memoryWorld } from '../../../pipeline/world-memory.js'

const sound = 'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nformats: [web]\n'

/** A publication in memory, checked, as reports are made of it. */
export interface Checked extends ReportedRun {
  readonly world: MemoryWorld
}

/**
 * Checks articles in memory.
 *
 * @param articles by the names of their files in the content folder
 */
export async function checkedPublication(
  articles: Readonly<Record<string, string>>,
  { config = sound, formats, ...options }: MemoryWorldOptions & { config?: string; formats?: Format[] } = {},
): Promise<Checked> {
  const files = Object.entries(articles).map(([name, text]) => [`/p/content/${name}`, text])
  const world = memoryWorld({
    files: { '/p/trifold.yaml': config, ...Object.fromEntries(files) },
    ...options,
  })
  const { config: loaded } = await loadConfig(world, { folder: '/p' })
  const request = { config: loaded, paths: [], formats: formats ?? loaded.formats, cwd: '/p', keep: true }
  const { messages, issues, skipped } = await checkIssues(request, world)
  const run = {
    messages,
    silenced: issues.flatMap(issue => issue.silenced),
    skipped,
    texts: new Map(issues.flatMap(({ kept }) => [...(kept?.texts ?? [])])),
    severities: loaded.severities ?? {},
    version: '0.1.0',
  }
  return { publication: loaded.publication.name, run, issues, world }
}
