import type { Tokens } from '../../templates/tokens.js'
import type { Format } from '../article.js'
import type { TokenChanges } from '../config/token-changes.js'
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
  /** When a file of it was last written, in milliseconds since 1970; undefined for one that was there before. */
  readonly at?: number
}

/** An issue, as the page shows it. */
export interface PreviewIssue {
  readonly slug: string
  readonly title: string
  /** Its source, as messages name it. */
  readonly source: string
  readonly draft: boolean
  /** Whether it was found and not built yet. */
  readonly isWaiting?: boolean
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
  /** What nobody expected, and what ended the last run. */
  readonly failure?: string
}

/** The theme as the config has it, and as it is tried. */
export interface PreviewTheme {
  /** The config, as messages name it; undefined where there is none. */
  readonly file?: string
  /** Whether it can be written: one in code cannot. */
  readonly kind: 'file' | 'code' | 'none'
  /** Another for every text of the config: whoever saves says which one was seen. */
  readonly mark: string
  /** As the config has them. */
  readonly tokens: Tokens
  /** What is tried in their place. */
  readonly changes: TokenChanges
  /** How many changes can be undone. */
  readonly steps: number
}

/** Everything that the page shows, and is told anew whenever it changes. */
export interface PreviewData {
  readonly publication: string
  readonly build: PreviewBuild
  readonly issues: readonly PreviewIssue[]
  /** Undefined until the config was read. */
  readonly theme?: PreviewTheme
}
