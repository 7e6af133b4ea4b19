import { join, relative } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Site } from '../../templates/site/site.js'
import { wordsIn } from '../../templates/words.js'
import type { Format } from '../article.js'
import { settle } from '../check/settle.js'
import type { Config } from '../config/config.js'
import { finding } from '../messages.js'
import { directionOf } from '../parse/language-tag.js'
import type { Files, World } from '../world.js'
import { WriteFailed, writeWhole } from '../write/write.js'
import { hasSite, itemFile, siteFiles, siteLinks } from './links.js'
import { inlineMark } from './mark.js'
import { readItems, slugsIn } from './read-items.js'
import { filesOf, isHere } from './site-files.js'

/** What a build has to say to the pages around the issues. */
export interface SiteRequest {
  readonly config: Config
  readonly formats: readonly Format[]
  /** Absolute. */
  readonly outputDir: string
  /** Where messages name files from, absolute. */
  readonly cwd: string
  /** What was to be built; nothing means all. */
  readonly paths: readonly string[]
  readonly input?: Uint8Array | undefined
  readonly strict?: boolean | undefined
  /** What became of it. */
  readonly issues: readonly {
    readonly slug: string
    readonly draft: boolean
    /** Undefined where the source could not be made an issue. */
    readonly title?: string
  }[]
}

/** What became of the pages. */
export interface SiteResult {
  /** Absolute paths. */
  readonly written: readonly string[]
  readonly messages: readonly VFileMessage[]
}

/**
 * Writes the archive, the feeds and the page on subscribing, of what this build and earlier ones left in the folder: the
 * same bytes whichever build comes last. A build without web pages leaves them as they are, and so does one that found
 * nothing to build.
 */
export async function publishSite(request: SiteRequest, { files, log }: World): Promise<SiteResult> {
  const { config, formats, issues, strict } = request
  if (!hasSite(config) || !formats.includes('web') || issues.length === 0)
    return { written: [], messages: [] }
  const { written, messages } = await writeSite(request, files)
  const { messages: settled } = settle(messages, { severities: config.severities, strict })
  settled.forEach(log.message)
  return { written, messages: settled }
}

async function writeSite(request: SiteRequest, files: Files): Promise<SiteResult> {
  const { config, outputDir, cwd } = request
  const nameOf = (path: string) => relative(cwd, path)
  try {
    await drop(request, files)
    const { items, messages } = await readItems(outputDir, files, nameOf)
    // Where no issue was ever built there is nothing to lead to.
    if (items.length === 0 && !(await files.kind(join(outputDir, siteFiles.archive))))
      return { written: [], messages }
    const { publication } = config
    const site: Site = {
      publication,
      dir: directionOf(publication.lang),
      words: wordsIn(publication.lang),
      mark: await inlineMark(publication, config.root, files),
      links: siteLinks(publication, ''),
      items,
    }
    const made = filesOf(site)
    await writeWhole(made, outputDir, files)
    return {
      written: made.map(({ path }) => join(outputDir, path)),
      messages: [...messages, ...elsewhere(site, request)],
    }
  } catch (error) {
    if (!(error instanceof WriteFailed)) throw error
    return {
      written: [],
      messages: [finding('output-unwritable', error.message, { file: nameOf(outputDir) })],
    }
  }
}

/** Takes out issues that are drafts now or in the content no more. What people may have linked to stays. */
async function drop({ outputDir, paths, input, issues }: SiteRequest, files: Files): Promise<void> {
  // Where a source cannot be read it may be that of any issue that is there.
  const isWhole =
    paths.length === 0 && !input && issues.every(({ title, draft }) => title !== undefined || draft)
  for (const slug of await slugsIn(outputDir, files)) {
    const own = issues.filter(built => built.slug === slug)
    if (own.length > 0 ? own.some(({ draft }) => !draft) : !isWhole) continue
    const path = join(outputDir, slug, itemFile)
    try {
      await files.remove(path)
    } catch (error) {
      throw new WriteFailed(path, error)
    }
  }
}

/** Issues whose text leads to where the publication was. */
function elsewhere(site: Site, { outputDir, cwd }: SiteRequest): VFileMessage[] {
  const { url } = site.publication
  if (!url) return []
  return site.items
    .filter(item => !isHere(item.url, site))
    .map(item => {
      const reason = `Unexpected ${item.url ? `address ${item.url}` : 'issue without an address'}, expected one under ${url}; the feeds leave it out until it is built again`
      const file = relative(cwd, join(outputDir, item._trifold.slug, itemFile))
      return finding('site-item', reason, { file })
    })
}
