import type { VFileMessage } from 'vfile-message'
import { isRule, type RuleId, rules, ruleUrl, type Severity } from '../../check/rules.js'
import type { Severities, Silenced } from '../../check/settle.js'
import { severityOf } from '../../messages.js'
import type { RunFindings } from '../run.js'
import { fingerprinter, fingerprintName } from './fingerprints.js'
import type {
  SarifInvocation,
  SarifLevel,
  SarifLog,
  SarifOverride,
  SarifResult,
  SarifRule,
  SarifSuppression,
} from './log.js'
import { type Ground, locationOf, rootId } from './places.js'

const levels: Readonly<Record<Severity, SarifLevel>> = { error: 'error', warning: 'warning', info: 'note' }

const ids = Object.keys(rules).filter(isRule)
const indexes = new Map<string, number>(ids.map((id, index) => [id, index]))
const indexOf = (id: string) => indexes.get(id) ?? -1

/**
 * What a run found as a SARIF 2.1.0 log, from which code hosts show each finding at its line. The same for the same
 * findings: it names no time and no path of the machine.
 */
export function sarifLog(run: RunFindings, ground: Ground): SarifLog {
  const fingerprint = fingerprinter(run)
  const result = (message: VFileMessage, suppressions?: readonly SarifSuppression[]): SarifResult => {
    const location = locationOf(message.file ?? '', message.place, ground)
    return {
      ruleId: message.ruleId ?? '',
      ruleIndex: indexOf(message.ruleId ?? ''),
      level: levels[severityOf(message)],
      message: { text: message.reason },
      locations: location ? [location] : [],
      partialFingerprints: { [fingerprintName]: fingerprint(message) },
      ...(suppressions ? { suppressions } : {}),
    }
  }
  const none = run.silenced.length > 0 ? [] : undefined
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Trifold', semanticVersion: run.version, rules: ids.map(ruleOf) } },
        invocations: [invocationOf(run)],
        originalUriBaseIds: { [rootId]: { description: { text: 'The root of the sources.' } } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...run.messages.map(message => result(message, none)),
          ...run.silenced.map(each => result(each.message, suppressionsOf(each, ground))),
        ],
      },
    ],
  }
}

function ruleOf(id: RuleId): SarifRule {
  const { description, severity } = rules[id]
  const url = ruleUrl(id)
  return {
    id,
    shortDescription: { text: description },
    help: { text: `${description} See ${url}.` },
    // The schema takes an absolute address only.
    ...(URL.canParse(url) ? { helpUri: url } : {}),
    defaultConfiguration: { level: levels[severity] },
  }
}

function invocationOf({ skipped, severities }: RunFindings): SarifInvocation {
  const overrides = overridesOf(severities)
  return {
    executionSuccessful: true,
    ...(overrides.length > 0 ? { ruleConfigurationOverrides: overrides } : {}),
    ...(skipped.length > 0
      ? {
          toolExecutionNotifications: skipped.map(message => ({
            level: levels[severityOf(message)],
            message: { text: message.reason },
            associatedRule: { id: message.ruleId ?? '', index: indexOf(message.ruleId ?? '') },
          })),
        }
      : {}),
  }
}

const overridesOf = (severities: Severities): SarifOverride[] =>
  Object.entries(severities).map(([id, severity]) => ({
    descriptor: { id, index: indexOf(id) },
    configuration: severity === 'off' ? { enabled: false } : { level: levels[severity] },
  }))

function suppressionsOf({ because, by }: Silenced, ground: Ground): SarifSuppression[] {
  const location = locationOf(by.file, by.place, ground)
  return location ? [{ kind: 'inSource', justification: because, location }] : []
}
