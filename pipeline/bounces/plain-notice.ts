import type { Email } from 'postal-mime'
import { defined } from '../parse/defined.js'
import { isAutomaticAnswer } from './automatic.js'
import type { Notice } from './bounce.js'
import { oneLine } from './one-line.js'
import { isGone, statusIn } from './status.js'

/** How much of the words is looked at: what the server has to say comes first. */
const looked = 4_000

/** Where a notice ends and the message begins that it gives back. */
const returned =
  /^[ \t>]*-{2,}.{0,80}(?:copy of|original message|below this line|returned message|begin message).*$/im

/** Whom servers write such notices as. */
const daemon = /^(?:mailer-daemon|mailerdaemon|postmaster|mail-daemon|microsoftexchange[\da-f]*)(?:@|$)/i

/**
 * Reads a notice that is none of RFC 3464: qmail's, Exim's without the report, Exchange's for people. Only what a mail
 * server has written is one; of what it says, codes count more than words, and what is not certain is `soft`.
 */
export function readPlainNotice(message: Email): Notice {
  const headers = new Map(message.headers.map(({ key, value }) => [key, value]))
  const failed = headers.get('x-failed-recipients')
  // Sendmail writes `MAILER-DAEMON` without a domain, which is no address.
  const sender = message.from?.address || message.from?.name || ''
  if (failed === undefined && !daemon.test(sender)) return { kind: 'other' }
  const [words = ''] = wordsOf(message).slice(0, looked).split(returned)
  const said = replyIn(words)
  const status = statusIn(said ?? '') ?? statusIn(words)
  const hasCode = said !== undefined || status !== undefined
  if (isAutomaticAnswer(message.headers, hasCode)) return { kind: 'other' }
  if (failed === undefined && !hasCode && !isNotice(message.subject ?? '', words)) return { kind: 'other' }
  const reason = said ?? words
  return {
    kind: !status?.startsWith('4.') && isGone(status, reason) ? 'hard' : 'soft',
    ...defined({ recipient: oneLine(failed ?? ''), status, diagnostic: oneLine(reason) }),
  }
}

const wordsOf = ({ text, html }: Email): string =>
  text ?? (html ?? '').slice(0, 4 * looked).replace(/<[^<>]{0,1000}>/g, ' ')

/** The line with the other server's reply, and the one that follows, where it goes on. */
function replyIn(words: string): string | undefined {
  const lines = words.split(/\r?\n/)
  const at = lines.findIndex(line => /(?<![\d.])[45]\d\d[ :-]|#[45]\.\d/.test(line))
  return at < 0 ? undefined : lines.slice(at, at + 2).join(' ')
}

const isNotice = (subject: string, words: string): boolean =>
  /undeliver|delivery (?:status|failure|has failed)|failure notice|returned mail|could not be delivered|not delivered/i.test(
    `${subject} ${words}`,
  )
