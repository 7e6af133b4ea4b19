/** What of SARIF 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0) a log of ours has. */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly [SarifRun]
}

/** 3.14. */
export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver }
  readonly invocations: readonly [SarifInvocation]
  /** What addresses are seen from; where that is, whoever reads the log knows. */
  readonly originalUriBaseIds: Readonly<Record<string, { readonly description: SarifText }>>
  readonly columnKind: 'utf16CodeUnits'
  readonly results: readonly SarifResult[]
}

export interface SarifDriver {
  readonly name: string
  readonly semanticVersion: string
  readonly rules: readonly SarifRule[]
}

/** 3.49. */
export interface SarifRule {
  readonly id: string
  readonly shortDescription: SarifText
  readonly help: SarifText
  /** Absolute, or not there. */
  readonly helpUri?: string
  readonly defaultConfiguration: { readonly level: SarifLevel }
}

/** 3.20. */
export interface SarifInvocation {
  readonly executionSuccessful: true
  readonly ruleConfigurationOverrides?: readonly SarifOverride[]
  /** Checks that could not be made. */
  readonly toolExecutionNotifications?: readonly {
    readonly level: SarifLevel
    readonly message: SarifText
    readonly associatedRule: SarifRuleReference
  }[]
}

export interface SarifOverride {
  readonly descriptor: SarifRuleReference
  readonly configuration: { readonly enabled: false } | { readonly level: SarifLevel }
}

interface SarifRuleReference {
  readonly id: string
  readonly index: number
}

/** 3.27. */
export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: SarifLevel
  readonly message: SarifText
  readonly locations: readonly SarifLocation[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  /** There for every result where it is for one (3.27.23). */
  readonly suppressions?: readonly SarifSuppression[]
}

export interface SarifSuppression {
  readonly kind: 'inSource'
  readonly justification: string
  readonly location: SarifLocation
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }
    readonly region: SarifRegion
  }
}

/** From 1, columns in UTF-16 code units; the end is behind the last character (3.30). */
export interface SarifRegion {
  readonly startLine: number
  readonly startColumn?: number
  readonly endLine?: number
  readonly endColumn?: number
}

export interface SarifText {
  readonly text: string
}

export type SarifLevel = 'error' | 'warning' | 'note'
