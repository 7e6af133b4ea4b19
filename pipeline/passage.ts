import type { VFileMessage } from 'vfile-message'
import type { Issue } from './article.js'
import { type Silenced, settle, type Terms } from './check/settle.js'
import type { IssueSource } from './read/find.js'
import type { Rendition } from './render/rendition.js'

/** What became of one issue. */
export interface IssueResult {
  readonly source: IssueSource
  /** The issue's, or that of its source where it could not be made one. */
  readonly slug: string
  /** Undefined where the source could not be made an issue. */
  readonly issue?: Issue
  readonly draft: boolean
  readonly renditions: readonly Rendition[]
  /** Absolute paths of what was written. */
  readonly written: readonly string[]
  readonly messages: readonly VFileMessage[]
  /** What comments of its articles silence. */
  readonly silenced: readonly Silenced[]
  /** The files it was read from, by their names in messages. */
  readonly texts?: ReadonlyMap<string, string>
}

/** An issue on its way through the stages. */
export interface Passage extends IssueResult {
  slug: string
  issue?: Issue
  texts?: ReadonlyMap<string, string>
  draft: boolean
  renditions: readonly Rendition[]
  written: readonly string[]
  messages: VFileMessage[]
  silenced: Silenced[]
  /** By what its findings are settled; its own comments are among them once it is read. */
  terms: Terms
}

/** Settles findings about an issue and leaves them with it. */
export function settleInto(passage: Passage, found: readonly VFileMessage[]): void {
  const { messages, silenced } = settle(found, passage.terms)
  passage.messages.push(...messages)
  passage.silenced.push(...silenced)
}

/** An issue before its first stage. */
export const start = (source: IssueSource): Passage => ({
  source,
  slug: source.slug,
  draft: false,
  renditions: [],
  written: [],
  messages: [],
  silenced: [],
  terms: {},
})
