import type { VFileMessage } from 'vfile-message'
import type { Severities, Silenced } from '../check/settle.js'

/** What a run found, as reports tell it. */
export interface RunFindings {
  readonly messages: readonly VFileMessage[]
  readonly silenced: readonly Silenced[]
  /** Checks that could not be made. */
  readonly skipped: readonly VFileMessage[]
  /** The texts that were read, by the names they have in messages. */
  readonly texts: ReadonlyMap<string, string>
  /** What rules weigh in this publication. */
  readonly severities: Severities
  readonly version: string
}

/** The line of the source that a finding is about; undefined where there is none. */
export const lineOf = ({ texts }: Pick<RunFindings, 'texts'>, file: string, line: number | undefined) =>
  line === undefined ? undefined : texts.get(file)?.split(/\r\n?|\n/)[line - 1]
