import type { VFileMessage } from 'vfile-message'

/** What a command's exit code says. */
export const exit = {
  done: 0,
  /** The content or the check fell short. */
  content: 1,
  /** Wrong use, or the environment lacks something. */
  use: 2,
  /** Stopped by the person: 128 and SIGINT's number, as shells have it. */
  stopped: 130,
} as const

/** One of the exit codes. */
export type ExitCode = (typeof exit)[keyof typeof exit]

/** What messages about content come to: an error that is the machine's is not the content's. */
export function codeOf(messages: readonly VFileMessage[]): ExitCode {
  const errors = messages.filter(message => message.fatal === true)
  if (errors.some(error => error.ruleId === 'browser-missing' || error.ruleId === 'output-unwritable'))
    return exit.use
  return errors.length > 0 ? exit.content : exit.done
}

/** The command was called wrongly; its message says how to call it. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The person stopped it at a question, with Ctrl-C. */
export class Stopped extends Error {
  override name = 'Stopped'
}
