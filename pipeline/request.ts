import type { VFileMessage } from 'vfile-message'
import type { Format } from './article.js'
import type { RunRecord } from './cache/run-record.js'
import type { Config } from './config/config.js'
import type { IssueResult } from './passage.js'
import type { Shard } from './shard/share.js'

/** What is to be made, and how. */
export interface StageRequest {
  readonly config: Config
  /** Files and folders, absolute; none means the content folder. */
  readonly paths: readonly string[]
  /** Standard input, where it is built too. */
  readonly input?: Uint8Array
  readonly formats: readonly Format[]
  /** Names in messages are relative to it. Absolute. */
  readonly cwd: string
  /** Warnings stop a rendition as errors do. */
  readonly strict?: boolean
  /** Whether the results keep what is large: trees, renditions and texts, of every issue at once. */
  readonly keep?: boolean
  /** Whether nothing is told of an issue that is up to date: it was told when that was built. */
  readonly onlyNews?: boolean
  /** The slugs of issues that are not among these, and the names of their sources. */
  readonly taken?: ReadonlyMap<string, string>
  /** Builds this part of the issues alone, and nothing around them. */
  readonly shard?: Shard
  readonly signal?: AbortSignal
}

/** What is to be built. */
export interface PublishRequest extends StageRequest {
  /** Absolute. */
  readonly outputDir: string
  /** Whether what earlier builds made is built again although nothing has changed. */
  readonly force?: boolean
  /** Whether each rendition is written as soon as it is there, for who waits for it. What is there in the end is the same. */
  readonly asReady?: boolean
}

/** What became of a run. */
export interface PublishResult {
  readonly issues: readonly IssueResult[]
  /** Absolute paths of the pages around the issues, where they were written. */
  readonly site: readonly string[]
  /** Every message of the run, in the order of the sources. */
  readonly messages: readonly VFileMessage[]
  /** What tells that the same run would come to the same; undefined where it may not. */
  readonly run?: RunRecord
}
