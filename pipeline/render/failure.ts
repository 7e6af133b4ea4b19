import type { VFileMessage } from 'vfile-message'
import type { Format } from '../article.js'
import { type Failure, PrintFailed } from '../bind/pdf/failed.js'
import { finding } from '../messages.js'
import { BrowserUnavailable } from '../world.js'

const doctor = 'build again, and run `trifold doctor` if it happens twice'

const remedies: Readonly<Record<Failure, string>> = {
  crashed: 'close what else needs memory and build again, or split the article and make its pictures smaller',
  ended: doctor,
  hung: 'build again while the machine has less to do, or split the article',
  unexplained: doctor,
  astray: 'take what opens another page, a `meta` refresh say, out of the template',
  closed: 'build again',
}

/** What stopped a format, in words for people: never a stack trace. */
export function failure(format: Format, error: unknown, file: string): VFileMessage {
  const reason = error instanceof Error ? error.message : String(error)
  if (error instanceof BrowserUnavailable) return finding('browser-missing', reason, { file })
  if (error instanceof PrintFailed)
    return finding('browser-failed', `${reason}; ${remedies[error.how]}`, { file })
  return finding('rendition-failed', `The ${format} could not be made: ${reason}`, { file })
}
