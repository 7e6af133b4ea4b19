import { directionControls } from '../parse/direction-controls.js'

/** The scheme of an address with its colon; undefined for what is no address. */
export const schemeOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).protocol : undefined

/** Whether it is the address of a page. */
export const isPage = (address: string): boolean => /^https?:$/.test(schemeOf(address) ?? '')

/** An address of a mailbox, or a name with one in angle brackets, without what turns its direction; undefined for others. */
export function readMailbox(written: string): string | undefined {
  const plain = written.replace(directionControls, '')
  return /^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(plain) ? plain : undefined
}

/** Whether it is the address of a mailbox and nothing else. */
export const isMailbox = (written: string): boolean => /^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/.test(written)
