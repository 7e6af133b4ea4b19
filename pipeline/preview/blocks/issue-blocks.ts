import type { Config } from '../../config/config.js'
import { readIssue } from '../../issue/read-issue.js'
import type { IssueSource } from '../../read/find.js'
import type { World } from '../../world.js'
import type { PreviewBlock } from './block.js'
import { blocksOf } from './blocks-of.js'

/** The blocks of issues, for who asks. */
export interface IssueBlocks {
  /** Of an issue, in reading order; undefined where there is none. Empty where its source could not be made one. */
  of(slug: string): Promise<readonly PreviewBlock[] | undefined>
  /** Whether a name in messages is that of a file which an issue was read from. */
  isSource(name: string): boolean
}

/** Where issues are read from. */
export interface BlockSources {
  sourceOf(slug: string): IssueSource | undefined
  /** Another one after each build. */
  revision(): number
  config(): Config
  readonly world: World
}

/**
 * Reads an issue when its blocks are asked for, once for each build: a build that is up to date has no trees, and trees
 * are large. What stays is blocks.
 */
export function issueBlocks({ sourceOf, revision, config, world }: BlockSources): IssueBlocks {
  const kept = new Map<string, { readonly at: number; readonly blocks: Promise<readonly PreviewBlock[]> }>()
  const names = new Set<string>()

  async function read(source: IssueSource): Promise<readonly PreviewBlock[]> {
    const { issue, texts } = await readIssue(source, config(), world, [])
    for (const name of texts.keys()) names.add(name)
    return issue ? blocksOf(issue) : []
  }

  return {
    async of(slug) {
      const source = sourceOf(slug)
      if (!source) return undefined
      const at = revision()
      const before = kept.get(slug)
      if (before?.at === at) return before.blocks
      const blocks = read(source)
      kept.set(slug, { at, blocks })
      return blocks
    },
    isSource: name => names.has(name),
  }
}
