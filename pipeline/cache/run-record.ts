import { programDigest } from '../world/program.js'
import type { Cache, World } from '../world.js'
import { type BuildRecord, openRecords, siteKey } from './build-records.js'
import { digestOf } from './digest.js'
import type { RecordedMessage } from './recorded-message.js'
import type { Trace } from './trace.js'
import { observer } from './unchanged.js'

/** What a run left that had nothing to complain of: where all of it holds, it needs not be run again. */
export interface RunRecord {
  /** Absolute. */
  readonly outputDir: string
  readonly terms: string
  readonly siteTerms: string
  /** The records of what it made, the issues in their order and then the pages around them. */
  readonly keys: readonly string[]
  /** How the config and the issues were found. */
  readonly trace: Trace
}

/** What makes two runs the same: what was typed and where, and the variables of the environment that have a say. */
export interface RunSetting {
  readonly paths: readonly string[]
  readonly options: object
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
}

const keyOf = ({ paths, options, cwd, env }: RunSetting): string =>
  digestOf('run', programDigest(), paths, options, cwd, [
    env.SOURCE_DATE_EPOCH,
    env.PUPPETEER_EXECUTABLE_PATH,
    env.PUPPETEER_CACHE_DIR,
  ])

/** A run as it is kept: with what its world depends on, so that there is the same one to look through. */
export interface KeptRun extends RunRecord {
  readonly browser: string
  readonly publication: { readonly root: string; readonly browser?: string }
  /** What was told before the first issue. */
  readonly messages: readonly RecordedMessage[]
}

/** Keeps what a run left for the next of the same setting. */
export const rememberRun = (cache: Cache, setting: RunSetting, run: KeptRun): Promise<void> =>
  cache.put(keyOf(setting), Buffer.from(JSON.stringify(run)))

/** An earlier run of which everything holds. */
export interface HoldingRun {
  readonly run: KeptRun
  /** What it made, in its order. */
  readonly records: readonly BuildRecord[]
}

/**
 * The earlier run of a setting, where everything that it saw, made and told would be the same now; undefined where it would
 * not, or nobody knows. The config is not read for it, nor any article.
 */
export async function holdingRun(
  cache: Cache,
  setting: RunSetting,
  worldOf: (publication: KeptRun['publication']) => Pick<World, 'files' | 'packagePath' | 'browserBuild'>,
): Promise<HoldingRun | undefined> {
  const bytes = await cache.get(keyOf(setting))
  if (!bytes) return undefined
  // Its digest is right: it is what `rememberRun` of this very program wrote.
  const run = JSON.parse(new TextDecoder().decode(bytes)) as KeptRun
  const world = worldOf(run.publication)
  const looking = observer(world)
  if (!(await looking.unchanged(run.trace)) || (await world.browserBuild()) !== run.browser) return undefined
  const records = await openRecords(cache, run.outputDir)
  const issueKeys = run.keys.filter(key => key !== siteKey)
  const issues = await records.holding(issueKeys, run.terms, looking)
  const site = await records.holding([siteKey], run.siteTerms, looking)
  const holding = run.keys.flatMap(key => issues.get(key) ?? site.get(key) ?? [])
  return holding.length === run.keys.length ? { run, records: holding } : undefined
}
