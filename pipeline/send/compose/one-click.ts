import type { EmailParts } from '../../render/email/parts.js'

/**
 * Whether each message leads its reader to an address of their own to unsubscribe at, and a POST there is enough: mail
 * readers ask nothing else then (RFC 8058).
 */
export function unsubscribeIsPerReader({ headers }: Pick<EmailParts, 'headers'>): boolean {
  const find = (name: string) => headers.find(header => header.name === name)
  const [open, slot, close, ...rest] = find('List-Unsubscribe')?.value ?? []
  return (
    open === '<' &&
    typeof slot === 'object' &&
    slot.name === 'unsubscribe_url' &&
    slot.context === 'address' &&
    close === '>' &&
    rest.length === 0 &&
    find('List-Unsubscribe-Post') !== undefined
  )
}
