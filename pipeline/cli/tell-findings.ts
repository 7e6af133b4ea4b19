import type { Finding } from '../finding.js'
import { type ExitCode, exit } from './exit.js'
import type { CommonOptions, Session } from './session.js'

/** Prints findings, one a line with its mend below it, or as lines of JSON; what is missing makes the exit code. */
export function tellFindings(
  findings: readonly Finding[],
  options: CommonOptions,
  { terminal }: Pick<Session, 'terminal'>,
): ExitCode {
  const marks = { good: '✓', missing: terminal.styles.red('✗'), optional: terminal.styles.yellow('–') }
  const width = Math.max(...findings.map(finding => finding.name.length))
  for (const { name, state, says, mend } of findings) {
    if (options.json) terminal.record({ name, state, says, ...(mend ? { mend } : {}) })
    terminal.print(`${marks[state]} ${name.padEnd(width)}  ${says}`)
    if (mend) terminal.print(`  ${' '.repeat(width)}  → ${mend}`)
  }
  return findings.some(finding => finding.state === 'missing') ? exit.use : exit.done
}
