import type { VFileMessage } from 'vfile-message'
import type {
  Account,
  FileAccount,
  FindingAccount,
  FormatAccount,
  IssueAccount,
  Weight,
} from '../../templates/report/account.js'
import { isRule, rules, ruleUrl } from '../check/rules.js'
import { severityOf } from '../messages.js'
import type { FormatResult, IssueResult } from '../passage.js'
import { limit } from '../render/email/limits.js'
import type { IssuePictures } from './pictures/pictures.js'
import type { RunFindings } from './run.js'
import { sourceLineOf } from './source-line.js'

/** A run as its report tells of it. */
export function accountOf(
  publication: string,
  run: RunFindings,
  issues: readonly IssueResult[],
  pictures: ReadonlyMap<IssueResult, IssuePictures>,
): Account {
  const all = [...run.messages, ...run.silenced.map(({ message }) => message)]
  const broken = new Set(all.map(({ ruleId }) => ruleId))
  return {
    publication,
    version: run.version,
    issues: issues.map(issue => issueOf(issue, pictures.get(issue))),
    files: filesOf(run),
    silenced: run.silenced.map(({ message, because }) => ({
      ...findingOf(message, run),
      file: message.file ?? '',
      because,
    })),
    skipped: run.skipped.map(({ reason }) => reason),
    rules: Object.keys(rules)
      .filter(isRule)
      .filter(id => broken.has(id))
      .map(id => ({ id, description: rules[id].description, url: ruleUrl(id) })),
  }
}

function issueOf({ source, title, draft, formats }: IssueResult, drawn?: IssuePictures): IssueAccount {
  return {
    title: title ?? source.name,
    file: source.name,
    isDraft: draft,
    formats: formats.map(formatOf),
    pictures: drawn?.pictures ?? [],
    withoutPictures: drawn?.missing ?? [],
  }
}

/** How clients count an email's HTML; see `EmailSizes`. */
const counts = {
  html: 'as UTF-8',
  quotedPrintable: 'as quoted-printable',
  trackedLinks: 'with links that count clicks',
} as const

function formatOf({ format, files, sizes }: FormatResult): FormatAccount {
  const counted = Object.entries(counts).flatMap(([key, name]) => {
    const bytes = format === 'email' ? sizes[key] : undefined
    return bytes === undefined ? [] : [{ name, bytes, most: limit }]
  })
  return {
    format,
    isBuilt: files.length > 0,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    ...(sizes.pages === undefined ? {} : { pages: sizes.pages }),
    counts: counted,
  }
}

const order: readonly Weight[] = ['error', 'warning', 'info']

/** Findings by their files, in the order of the files; in each the heaviest first, then from top to bottom. */
function filesOf(run: RunFindings): FileAccount[] {
  const files = new Map<string, FindingAccount[]>()
  for (const message of run.messages) {
    const file = message.file ?? ''
    files.set(file, [...(files.get(file) ?? []), findingOf(message, run)])
  }
  const byWeight = (a: FindingAccount, b: FindingAccount) =>
    order.indexOf(a.weight) - order.indexOf(b.weight) || (a.line ?? 0) - (b.line ?? 0)
  return [...files].map(([file, findings]) => ({ file, findings: findings.sort(byWeight) }))
}

function findingOf(message: VFileMessage, run: RunFindings): FindingAccount {
  return {
    weight: severityOf(message),
    rule: message.ruleId ?? '',
    reason: message.reason,
    line: message.line ?? undefined,
    column: message.column ?? undefined,
    source: sourceLineOf(message, run),
  }
}
