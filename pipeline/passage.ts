import type { VFileMessage } from 'vfile-message'
import type { Format, Issue } from './article.js'
import { type Silenced, settle, type Terms } from './check/settle.js'
import type { IssueSource } from './read/find.js'
import type { Rendition } from './render/rendition.js'

/** A file of a rendition, without its bytes. */
export interface FileResult {
  /** Relative to the issue's folder. */
  readonly path: string
  /** How many bytes it has. */
  readonly bytes: number
}

/** What became of one format. */
export interface FormatResult {
  readonly format: Format
  /** Empty when an error stopped it. */
  readonly files: readonly FileResult[]
  readonly sizes: Readonly<Record<string, number>>
}

/** What became of one issue: little, since a run has one of each issue until it ends. */
export interface IssueResult {
  readonly source: IssueSource
  /** The issue's, or that of its source where it could not be made one. */
  readonly slug: string
  /** Undefined where the source could not be made an issue. */
  readonly title?: string
  readonly draft: boolean
  readonly formats: readonly FormatResult[]
  /** Absolute paths of what was written. */
  readonly written: readonly string[]
  readonly messages: readonly VFileMessage[]
  /** What comments of its articles silence. */
  readonly silenced: readonly Silenced[]
  /** Whether an earlier build had made it, and nothing was to be done. */
  readonly upToDate?: boolean
  /** What it was read from and made into, where the request keeps that. */
  readonly kept?: Kept
}

/** What is large of an issue. */
export interface Kept {
  /** Undefined where the source could not be made an issue. */
  readonly issue?: Issue
  readonly renditions: readonly Rendition[]
  /** The files it was read from, by their names in messages. */
  readonly texts?: ReadonlyMap<string, string>
}

/** An issue on its way through the stages. */
export interface Passage {
  readonly source: IssueSource
  slug: string
  issue?: Issue
  texts?: ReadonlyMap<string, string>
  draft: boolean
  renditions: readonly Rendition[]
  written: readonly string[]
  readonly messages: VFileMessage[]
  readonly silenced: Silenced[]
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

/** An issue after its last stage. @param keep whether what is large of it stays */
export function resultOf(passage: Passage, keep: boolean): IssueResult {
  const { source, slug, issue, texts, draft, renditions, written, messages, silenced } = passage
  return {
    source,
    slug,
    ...(issue ? { title: issue.title } : {}),
    draft,
    formats: renditions.map(formatResult),
    written,
    messages,
    silenced,
    ...(keep ? { kept: { ...(issue ? { issue } : {}), renditions, ...(texts ? { texts } : {}) } } : {}),
  }
}

const formatResult = ({ format, files, sizes }: Rendition): FormatResult => ({
  format,
  files: files.map(({ path, bytes }) => ({ path, bytes: bytes.byteLength })),
  sizes,
})
