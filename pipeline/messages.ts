import type { Point, Position } from 'unist'
import { VFileMessage } from 'vfile-message'
import { type RuleId, rules, ruleUrl, type Severity } from './check/rules.js'

/** Where a message belongs: the file as it was named, and the place in it where one is known. */
export interface Where {
  readonly file: string
  readonly place?: Point | Position | undefined
}

/**
 * A finding, with severity, rule id and address stamped on it from the table of rules.
 *
 * @param rule the rule that found it
 * @param reason what was found, what was expected, and what to do, as a sentence
 */
export function finding(rule: RuleId, reason: string, where: Where): VFileMessage {
  const message = new VFileMessage(reason, { place: where.place, ruleId: rule, source: 'trifold' })
  message.file = where.file
  message.url = ruleUrl(rule)
  setSeverity(message, rules[rule].severity)
  return message
}

/** Gives a finding its severity, in vfile's three levels: fatal is an error, not fatal a warning, undefined an info. */
export function setSeverity(message: VFileMessage, severity: Severity): void {
  message.fatal = severity === 'info' ? undefined : severity === 'error'
}

/** How much a finding weighs where it is. */
export const severityOf = ({ fatal }: VFileMessage): Severity =>
  fatal === true ? 'error' : fatal === false ? 'warning' : 'info'

/** Where a stage leaves its findings. */
export type Report = (rule: RuleId, reason: string, place?: Point | Position) => void

/** A `Report` that gathers findings about one file into a list. */
export function reporter(file: string, into: VFileMessage[]): Report {
  return (rule, reason, place) => {
    into.push(finding(rule, reason, { file, place }))
  }
}

/** Whether any of the findings stops a rendition. */
export const hasError = (messages: readonly VFileMessage[]): boolean => messages.some(m => m.fatal === true)
