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

/** The same issue has the same id wherever it is built (RFC 5322, 3.6.4). */
function messageId({ issue, publication }: Rendering): string {
  const host = publication.url ? hostnameOf(publication.url) : 'trifold.invalid'
  const digest = createHash('sha256')
    .update(`${publication.name}\n${issue.slug}\n${issue.modified.toISOString()}`)
    .digest('hex')
  return `<${digest.slice(0, 32)}@${host}>`
}

const hostnameOf = (url: string) => new URL(url).hostname
