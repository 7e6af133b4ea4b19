import type { VFileMessage } from 'vfile-message'
import type { Format } from '../article.js'
import { finding } from '../messages.js'
import { BrowserUnavailable } from '../world.js'

/** What stopped a format, in words for people: never a stack trace. */
export function failure(format: Format, error: unknown, file: string): VFileMessage {
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof BrowserUnavailable) return finding('browser-missing', reason, { file })
  if (error instanceof Error && error.name === 'PrintFailed') {
    return finding(
      'browser-failed',
      `${reason}; build again, and run \`trifold doctor\` if it happens twice`,
      { file },
    )
  }
  return finding('rendition-failed', `The ${format} could not be made: ${reason}`, { file })
}
