import type { Position } from 'unist'
import type { Report } from '../messages.js'
import { closestWord } from '../parse/closest-word.js'
import { type ChangeableRule, changeableRules, isChangeable, isRule, rules } from './rules.js'

/** A comment that silences rules. */
export interface Ignore {
  readonly rules: readonly ChangeableRule[]
  /** Why, in the words of who wrote it. Never empty. */
  readonly reason: string
  /** Where the comment stands. */
  readonly place: Position
  /** The block that it is about; undefined where that is the file. */
  readonly block?: Position
}

/** What a comment says of rules, or what is wrong with it. */
type SaidOfRules =
  | { readonly isOfFile: boolean; readonly rules: readonly ChangeableRule[]; readonly reason: string }
  | { readonly fault: string }

const expected = '`<!-- trifold-ignore image-alt: why -->`'

/**
 * Reads what stands between `<!--` and `-->`. What is wrong with it is reported, and it silences nothing.
 *
 * @param place where the comment stands
 * @param blockOf the block that it is about, where it is not about the file
 * @returns undefined for a comment of another kind too
 */
export function readIgnore(
  comment: string,
  place: Position,
  blockOf: () => Position,
  report: Report,
): Ignore | undefined {
  const said = saidIn(comment)
  if (!said) return undefined
  if ('fault' in said) {
    report('ignore-invalid', said.fault, place)
    return undefined
  }
  const { isOfFile, rules: named, reason } = said
  return { rules: named, reason, place, ...(isOfFile ? {} : { block: blockOf() }) }
}

function saidIn(comment: string): SaidOfRules | undefined {
  const [, command, names = '', reason] = /^\s*trifold-([\w-]+)\s*([^:]*)(?::(.*))?$/s.exec(comment) ?? []
  if (command === undefined) return undefined
  if (command !== 'ignore' && command !== 'ignore-file')
    return {
      fault: `Unexpected comment \`trifold-${command}\`, expected \`trifold-ignore\` or \`trifold-ignore-file\``,
    }
  const ids = names.split(/[\s,]+/).filter(id => id !== '')
  if (ids.length === 0)
    return { fault: `Unexpected comment without the rule that it is to silence, expected ${expected}` }
  const wrong = ids.map(faultOf).find(fault => fault !== undefined)
  if (wrong) return { fault: wrong }
  const because = reason?.replace(/\s+/g, ' ').trim() ?? ''
  if (because === '')
    return {
      fault: `Unexpected comment without a reason, expected one after a colon: \`<!-- trifold-${command} ${ids.join(', ')}: why -->\``,
    }
  return { isOfFile: command === 'ignore-file', rules: ids.filter(isChangeable), reason: because }
}

function faultOf(id: string): string | undefined {
  const fault = ruleFault(id)
  return fault && `Unexpected rule \`${id}\` in a comment, which cannot be silenced: ${fault}`
}

/** Why a word is not the id of a rule that people may change, as the end of a sentence; undefined where it is. */
export function ruleFault(id: string): string | undefined {
  if (isChangeable(id)) return undefined
  if (isRule(id)) return `it is always an error, since ${rules[id].fixed}`
  const meant = closestWord(id, changeableRules)
  return meant ? `there is no such rule; did you mean ${meant}?` : 'there is no such rule, see docs/rules.md'
}
