import type { Format } from '../../pipeline/article.js'

/** How much a finding weighs, and what is told of one that a comment silences. */
export type Weight = 'error' | 'warning' | 'info'

/** A run of `trifold check`, as its report tells of it. */
export interface Account {
  readonly publication: string
  /** Trifold's own version. */
  readonly version: string
  readonly issues: readonly IssueAccount[]
  readonly files: readonly FileAccount[]
  /** Findings that comments silence. */
  readonly silenced: readonly SilencedAccount[]
  /** What could not be looked at, and why, as sentences. */
  readonly skipped: readonly string[]
  /** The rules of everything that was found, in the order of the table. */
  readonly rules: readonly RuleAccount[]
}

/** What became of an issue. */
export interface IssueAccount {
  readonly title: string
  /** The source, as messages name it. */
  readonly file: string
  /** Left out of every format, and of the check. */
  readonly isDraft: boolean
  readonly formats: readonly FormatAccount[]
  readonly pictures: readonly Picture[]
  /** Why pictures are missing, as sentences. */
  readonly withoutPictures: readonly string[]
}

/** What became of a format. */
export interface FormatAccount {
  readonly format: Format
  readonly isBuilt: boolean
  /** Bytes of all its files. */
  readonly bytes: number
  /** Undefined for what has none. */
  readonly pages?: number
  /** An email's HTML as clients count it, in bytes, with what it may have at most. */
  readonly counts: readonly { readonly name: string; readonly bytes: number; readonly most: number }[]
}

/** What a format looks like. */
export interface Picture {
  readonly format: Format
  /** What of it is shown, in what: `In the dark, 600 px`. */
  readonly label: string
  /** A `data:` address. */
  readonly src: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  /** Whether it goes on below. */
  readonly isCut: boolean
}

/** A file, with what was found in it. */
export interface FileAccount {
  readonly file: string
  readonly findings: readonly FindingAccount[]
}

/** A finding. */
export interface FindingAccount {
  readonly weight: Weight
  readonly rule: string
  readonly reason: string
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly source?: SourceLine | undefined
}

/** A line of the source: what was found in it, and what is around that. Only `before`, where all of it is meant. */
export interface SourceLine {
  readonly before: string
  readonly found: string
  readonly after: string
}

/** A finding that a comment silences. */
export interface SilencedAccount extends FindingAccount {
  readonly file: string
  readonly because: string
}

/** A rule. */
export interface RuleAccount {
  readonly id: string
  readonly description: string
  /** Where it is described. */
  readonly url: string
}
