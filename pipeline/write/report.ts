import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import { type Format, formats, type Issue, type Publication } from '../article.js'
import type { Silenced } from '../check/settle.js'
import { severityOf } from '../messages.js'
import type { Rendition } from '../render/rendition.js'
import { type RepublishedArticle, republishedIn } from './republished.js'

/** What `report.json` says of one file. */
export interface ReportedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** What `report.json` says of one format. */
export interface ReportedFormat {
  /** `stale`: an error stopped it, and the files are those of an earlier build. `none`: there are no files. */
  readonly state: 'built' | 'stale' | 'none'
  readonly files: readonly ReportedFile[]
  readonly sizes: Readonly<Record<string, number>>
}

/** What `report.json` says of one message. */
export interface ReportedMessage {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly reason: string
  readonly rule: string
  readonly url: string
}

/** A message that a comment silences, with the reason that the comment gives. */
export interface ReportedSilenced extends ReportedMessage {
  readonly because: string
}

/** `report.json`: an account of a build, without times, the same for the same input. */
export interface IssueReport {
  readonly trifold: string
  readonly slug: string
  readonly title: string
  readonly formats: Readonly<Partial<Record<Format, ReportedFormat>>>
  /** Articles from other publications, where the issue has any. */
  readonly republished?: readonly RepublishedArticle[]
  readonly messages: readonly ReportedMessage[]
  /** Where comments silence some. */
  readonly silenced?: readonly ReportedSilenced[]
}

/**
 * What there is of each format now, on top of what an earlier build left: one that was not made keeps its entry, one that
 * has no files keeps those of before and is marked stale.
 */
export function overEarlier(
  now: IssueReport['formats'],
  earlier: Pick<IssueReport, 'formats'> | undefined,
): IssueReport['formats'] {
  const entries = formats.flatMap((format): [Format, ReportedFormat][] => {
    const before = earlier?.formats[format]
    const entry = now[format] ?? before
    if (!entry) return []
    return [[format, entry.state === 'none' && before?.files.length ? { ...before, state: 'stale' } : entry]]
  })
  return Object.fromEntries(entries)
}

/** A message as data, for `report.json` and `--json`. */
export function reportedMessage(message: VFileMessage): ReportedMessage {
  return {
    file: message.file ?? '',
    ...(message.line ? { line: message.line } : {}),
    ...(message.column ? { column: message.column } : {}),
    severity: severityOf(message),
    reason: message.reason,
    rule: message.ruleId ?? '',
    url: message.url ?? '',
  }
}

/** What a comment silences as data. */
export const reportedSilenced = ({ message, because }: Silenced): ReportedSilenced => ({
  ...reportedMessage(message),
  because,
})

/** What is to be told of an issue. */
export interface Told {
  readonly messages: readonly VFileMessage[]
  readonly silenced: readonly Silenced[]
}

/**
 * The account of this build on top of an earlier one: a format that was not asked for keeps its entry, one that an
 * error stopped keeps its files and is marked stale.
 */
export function issueReport(
  issue: Issue,
  renditions: readonly Rendition[],
  { messages, silenced }: Told,
  { version, publication }: { readonly version: string; readonly publication: Pick<Publication, 'email'> },
  earlier: IssueReport | undefined,
): IssueReport {
  const made = renditions.map(({ format, files, sizes }): [Format, ReportedFormat] => [
    format,
    files.length > 0
      ? { state: 'built', files: files.map(reportedFile), sizes }
      : { state: 'none', files: [], sizes: {} },
  ])
  const republished = republishedIn(issue, publication)
  return {
    trifold: version,
    slug: issue.slug,
    title: issue.title,
    formats: overEarlier(Object.fromEntries(made), earlier),
    ...(republished.length > 0 ? { republished } : {}),
    messages: messages.map(reportedMessage),
    ...(silenced.length > 0 ? { silenced: silenced.map(reportedSilenced) } : {}),
  }
}

const reportedFile = ({ path, bytes }: { path: string; bytes: Uint8Array }): ReportedFile => ({
  path,
  bytes: bytes.byteLength,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
