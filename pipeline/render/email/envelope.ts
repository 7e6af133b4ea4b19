import { createHash } from 'node:crypto'
import type { Rendering } from '../../../templates/rendering.js'
import type { Envelope } from '../../bind/email/message.js'

/** What the head of an issue's message says. @param rendering with tokens for its merge tags */
export function envelopeOf(rendering: Rendering): Envelope {
  const { issue, publication } = rendering
  const { from, unsubscribe } = publication.email
  return {
    subject: issue.meta.subject ?? issue.title,
    lang: issue.lang,
    date: issue.modified,
    messageId: messageId(rendering),
    ...(from ? { from } : {}),
    ...(publication.url ? { listId: `${publication.name} <${hostnameOf(publication.url)}>` } : {}),
    ...(unsubscribe ? { unsubscribe } : {}),
  }
}

/**
 * The same issue has the same id wherever it is built; once corrected it is another message, be it on the same day (RFC
 * 5322, 3.6.4: a revision has an identifier of its own).
 */
function messageId({ issue, publication }: Rendering): string {
  const host = publication.url ? hostnameOf(publication.url) : 'trifold.invalid'
  const corrected = [issue, ...issue.articles].flatMap(({ meta }) => meta.corrections ?? [])
  const corrections = corrected.map(({ date, text }) => `\n${date} ${text}`).join('')
  const digest = createHash('sha256')
    .update(`${publication.name}\n${issue.slug}\n${issue.modified.toISOString()}${corrections}`)
    .digest('hex')
  return `<${digest.slice(0, 32)}@${host}>`
}

const hostnameOf = (url: string) => new URL(url).hostname
