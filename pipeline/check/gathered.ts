import type { VFileMessage } from 'vfile-message'
import { times } from './together.js'

/** Findings that are told once where the same is found in several places. */
const repeatables = new WeakSet<VFileMessage>()

/**
 * Marks a finding as one that is told once, where it is first, with how often, when others say the same. They stay
 * apart until they are settled: a comment silences it in one place, and not in the others.
 */
export function repeatable(message: VFileMessage): VFileMessage {
  repeatables.add(message)
  return message
}

/** Gathers those that say the same. @returns the others as they are, in their order */
export function gathered(messages: readonly VFileMessage[]): VFileMessage[] {
  const counts = new Map<string, number>()
  const kept = messages.filter(message => {
    if (!repeatables.has(message)) return true
    const count = (counts.get(wordsOf(message)) ?? 0) + 1
    counts.set(wordsOf(message), count)
    return count === 1
  })
  for (const message of kept) {
    const words = wordsOf(message)
    if (repeatables.has(message)) message.reason = times(message.reason, counts.get(words) ?? 1)
  }
  return kept
}

const wordsOf = ({ ruleId, reason }: VFileMessage) => `${ruleId} ${reason}`
