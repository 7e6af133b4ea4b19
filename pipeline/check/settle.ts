import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Issue } from '../article.js'
import { finding, setSeverity } from '../messages.js'
import { gathered } from './gathered.js'
import type { Ignore } from './ignores.js'
import { type ChangeableRule, isChangeable, type RuleId, type Severity } from './rules.js'

/** What a publication says of rules: another severity than the table's, or that nobody is told. */
export type Severities = Readonly<Partial<Record<ChangeableRule, Severity | 'off'>>>

/** A comment that silences rules, in the file that it stands in. */
export interface FiledIgnore extends Ignore {
  /** As messages name it. */
  readonly file: string
}

/** By what findings are settled. */
export interface Terms {
  readonly severities?: Severities | undefined
  readonly ignores?: readonly FiledIgnore[]
  /** Whether warnings are errors. An info stays one. */
  readonly strict?: boolean | undefined
}

/** A finding that a comment silences. */
export interface Silenced {
  readonly message: VFileMessage
  /** Of the comment's, the reason that it gives. */
  readonly because: string
  readonly by: FiledIgnore
}

/** Findings, settled. */
export interface Settled {
  /** Those that count, with the severity that they have here. */
  readonly messages: VFileMessage[]
  readonly silenced: readonly Silenced[]
}

/**
 * Settles findings: a comment silences some, the config gives others another severity or turns them off, and `--strict`
 * makes errors of what are warnings then. Every finding goes through here once, before anybody asks whether it is an error.
 */
export function settle(
  found: readonly VFileMessage[],
  { severities = {}, ignores = [], strict = false }: Terms,
): Settled {
  const messages: VFileMessage[] = []
  const silenced: Silenced[] = []
  for (const message of found) {
    const rule = message.ruleId ?? ''
    const severity = isChangeable(rule) ? severities[rule] : undefined
    if (severity === 'off') continue
    if (severity) setSeverity(message, severity)
    const by = isChangeable(rule) ? ignores.find(ignore => silences(ignore, rule, message)) : undefined
    if (by) {
      silenced.push({ message, because: by.reason, by })
      continue
    }
    if (strict && message.fatal === false) setSeverity(message, 'error')
    messages.push(message)
  }
  return { messages: gathered(messages), silenced }
}

/** The comments of an issue that silence rules. */
export const ignoresOf = ({ articles }: Pick<Issue, 'articles'>): FiledIgnore[] =>
  articles.flatMap(({ file, ignores = [] }) => ignores.map(ignore => ({ ...ignore, file })))

/**
 * Comments that silenced nothing, for a run in which every format was made and looked at: in another the finding may be
 * one that was not looked for.
 *
 * @param notLookedFor rules that were not, all the same
 */
export function unusedIgnores(
  { severities = {}, ignores = [] }: Terms,
  silenced: readonly Silenced[],
  notLookedFor: readonly RuleId[] = [],
): VFileMessage[] {
  return ignores.flatMap(ignore => {
    const used = new Set(silenced.filter(({ by }) => by === ignore).map(({ message }) => message.ruleId))
    const idle = ignore.rules.filter(
      rule => severities[rule] !== 'off' && !used.has(rule) && !notLookedFor.includes(rule),
    )
    if (idle.length === 0) return []
    const reason = `Unexpected comment that silences ${idle.map(rule => `\`${rule}\``).join(', ')}, which finds nothing ${ignore.block ? 'in the block after it' : 'in the file'}; take it out`
    return [finding('ignore-unused', reason, { file: ignore.file, place: ignore.place })]
  })
}

function silences({ rules, file, block }: FiledIgnore, rule: ChangeableRule, message: VFileMessage): boolean {
  if (file !== message.file || !rules.includes(rule)) return false
  return block === undefined || isWithin(message, block)
}

function isWithin({ line, column }: VFileMessage, { start, end }: Position): boolean {
  if (!line) return false
  const isAfter = line > start.line || (line === start.line && (column ?? 1) >= start.column)
  const isBefore = line < end.line || (line === end.line && (column ?? 1) <= end.column)
  return isAfter && isBefore
}
