import type { SendingSettings } from '../settings.js'

/** Who sends, and by what: what a receiver judges a message by. */
export interface Sender {
  /** Whom the email is from: an address, or a name with one in angle brackets. */
  readonly from?: string
  readonly settings: SendingSettings
  /** The private key as PEM; undefined where none could be read. */
  readonly signingKey?: string
}
