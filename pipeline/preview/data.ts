import type { Format } from '../article.js'
import type { ReportedMessage } from '../write/report.js'

/** One file of an issue, as it is now. */
export interface PreviewFile {
  /** From the issue's folder. */
  readonly path: string
  readonly bytes: number
  /** Another one whenever the file is written anew; a part of its address, so that nothing is kept for long. */
  readonly version: number
}

/** How it stands with one format. */
export interface PreviewFormat {
  readonly format: Format
  /** `stale`: an error stopped it, and the files are those of before. */
  readonly state: 'built' | 'stale' | 'none'
  readonly files: readonly PreviewFile[]
  /** As each mail client counts an email, in bytes: see docs/email.md. */
  readonly sizes: Readonly<Record<string, number>>
}

/** An issue, as the page shows it. */
export interface PreviewIssue {
  readonly slug: string
  readonly title: string
  /** Its source, as messages name it. */
  readonly source: string
  readonly draft: boolean
  readonly formats: readonly PreviewFormat[]
  readonly messages: readonly ReportedMessage[]
}

/** What is going on. */
export interface PreviewBuild {
  readonly state: 'building' | 'ready'
  /** How long the last took, in milliseconds. */
  readonly milliseconds?: number
  /** What is wrong with the whole: a config that cannot be used, say. */
  readonly faults: readonly ReportedMessage[]
}

/** Everything that the page shows, and is told anew whenever it changes. */
export interface PreviewData {
  readonly publication: string
  readonly build: PreviewBuild
  readonly issues: readonly PreviewIssue[]
}
