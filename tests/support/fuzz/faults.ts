import type { VFileMessage } from 'vfile-message'
import type { Format } from '../../../pipeline/article.js'
import { type RuleId, rules } from '../../../pipeline/check/rules.js'
import type { Press } from '../../../pipeline/press.js'
import { worded } from '../article.js'

/** Errors that are ours and not the text's, whatever the text is. */
const ours: ReadonlySet<string> = new Set<RuleId>([
  'parity-words',
  'parity-link',
  'epub-invalid',
  'rendition-failed',
  'browser-failed',
  'pdf-unfinished',
])

/**
 * What goes wrong with a text that must not, whatever it holds: a crash, an invalid file, a loss, a message that no person
 * understands.
 */
export async function faultsOf(
  markdown: string,
  press: Press,
  formats: readonly Format[],
): Promise<readonly string[]> {
  const messages: VFileMessage[] = []
  try {
    const read = await press.fromMarkdown(markdown)
    messages.push(...read.messages)
    for (const format of formats) {
      const rendition = await press.render(read, format)
      messages.push(...rendition.messages)
      const stopped = rendition.messages.some(({ fatal }) => fatal === true)
      if (rendition.files.length === 0 && !stopped) return [`no ${format}, and no error`]
    }
  } catch (error) {
    return [`it threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  }
  return faultsAmong(messages, markdown)
}

/** The messages that no text may give. */
export const faultsAmong = (messages: readonly VFileMessage[], text: string): readonly string[] =>
  messages.flatMap(message => {
    const { ruleId = '', reason } = message
    if (!Object.hasOwn(rules, ruleId)) return [`a message without a rule: ${reason}`]
    if (/\n\s+at |\bundefined\b|\[object |\bNaN\b/.test(reason) && !text.includes('undefined'))
      return [`a message that says nothing: ${worded(message)}`]
    return ours.has(ruleId) ? [worded(message)] : []
  })
