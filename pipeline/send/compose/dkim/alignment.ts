import type { EmailParts } from '../../../render/email/parts.js'

/**
 * Whether a signature of a domain speaks for the sender (RFC 7489, 3.1.1, relaxed): it is the sender's domain, or one is
 * below the other. Two that are side by side, `news.example.org` and `mail.example.org`, are told of too, since it takes
 * a list of all public suffixes to know that they are one owner's.
 */
export function isAligned(domain: string, { headers }: Pick<EmailParts, 'headers'>): boolean {
  const from = senderDomain(headers)
  const below = (one: string, other: string) => one === other || one.endsWith(`.${other}`)
  return from !== '' && (below(from, domain) || below(domain, from))
}

/** The sender's domain in lower case, empty where there is none. */
export const senderDomain = (headers: EmailParts['headers']): string => {
  const [value = ''] = headers.find(({ name }) => name === 'From')?.value ?? []
  const [, domain = ''] = typeof value === 'string' ? (/@([^\s@<>]+)>?$/.exec(value) ?? []) : []
  return domain.toLowerCase()
}
