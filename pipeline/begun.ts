import type { VFileMessage } from 'vfile-message'
import type { RecordDraft } from './cache/record-of.js'
import type { IssueResult } from './passage.js'
import type { IssueSource } from './read/find.js'

/** What has a slug, or will not be published. */
export interface Claimant {
  readonly slug: string
  readonly draft: boolean
  /** Whether it could be made an issue. */
  readonly isIssue: boolean
}

/** An issue that is being made. */
export interface Begun {
  /** Known once it is read. */
  readonly claimant: Promise<Claimant>
  /** Makes the rest of it. @param told what was found about it besides, a slug that is taken */
  finish(told: readonly VFileMessage[]): Promise<Finished>
}

/** An issue that was made. */
export interface Finished {
  readonly result: IssueResult
  /** What is to be remembered of it; undefined where nothing is. */
  readonly record?: RecordDraft
}

/** Other threads, that take issues through their stages. */
export interface Workers {
  /** Hands an issue to one of them. */
  begin(source: IssueSource): Promise<Begun>
  /** Issues that they have in hand at a time. */
  readonly atOnce: number
  close(): Promise<void>
}
