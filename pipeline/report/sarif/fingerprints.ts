import { createHash } from 'node:crypto'
import type { VFileMessage } from 'vfile-message'
import { lineOf, type RunFindings } from '../run.js'

/**
 * The name that GitHub knows a finding by from one version of a file to the next
 * (docs.github.com, "SARIF support for code scanning", partialFingerprints).
 */
export const fingerprintName = 'primaryLocationLineHash'

/**
 * Gives findings fingerprints that stay when lines are put in above: the rule, the words of the source's line, and the
 * how manieth of its kind in the file it is.
 */
export function fingerprinter(run: Pick<RunFindings, 'texts'>): (message: VFileMessage) => string {
  const counts = new Map<string, number>()
  return message => {
    const file = message.file ?? ''
    const line = lineOf(run, file, message.line)?.replace(/\s+/g, ' ').trim() ?? message.reason
    const hash = createHash('sha256').update(`${message.ruleId}\n${line}`).digest('hex').slice(0, 16)
    const key = `${file}\n${hash}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return `${hash}:${count}`
  }
}
