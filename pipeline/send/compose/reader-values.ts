import type { Values } from '../../bind/email/fill.js'
import type { Reader } from '../../readers/reader.js'

/** Addresses that differ from reader to reader. */
export interface ReaderAddresses {
  readonly unsubscribeUrl: string
  /** Where the issue can be read on the web, if anywhere. */
  readonly viewUrl?: string | undefined
}

/**
 * What a reader's message is filled with, by the names of merge tags. What the list knows by itself goes before an
 * attribute of the same name: nothing in a reader's row can lead somewhere else.
 */
export const valuesOf = (
  { name, email, attributes }: Pick<Reader, 'name' | 'email' | 'attributes'>,
  { unsubscribeUrl, viewUrl }: ReaderAddresses,
): Values => ({
  first_name: firstName(name),
  ...filled(attributes),
  name,
  email,
  unsubscribe_url: unsubscribeUrl,
  view_url: viewUrl,
})

/** An empty attribute is none: it would hide the first name that is known. */
const filled = (attributes: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value.trim() !== ''))

/** The first word; with a comma the last name may stand first, and nobody is called by it. */
const firstName = (name = '') => (name.includes(',') ? undefined : name.trim().split(/\s+/u, 1)[0])
