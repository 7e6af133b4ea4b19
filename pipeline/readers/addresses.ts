import { signToken, type TokenSubject } from './token.js'

/** The addresses of the public server that lead to one reader's own pages. */
export interface ReaderAddresses {
  /** Where one leaves; also by a POST alone (RFC 8058). */
  unsubscribe(subject: TokenSubject): string
  preferences(subject: TokenSubject): string
  /** @param at when it is given out, as milliseconds since 1970: it ages */
  confirm(reader: number, at: number): string
}

/** Makes them. @param url where the server answers for everybody, without a slash at its end */
export const readerAddresses = (url: string, secret: Uint8Array): ReaderAddresses => ({
  unsubscribe: subject => `${url}/unsubscribe/${signToken(secret, 'unsubscribe', subject)}`,
  preferences: subject => `${url}/preferences/${signToken(secret, 'preferences', subject)}`,
  confirm: (reader, at) =>
    `${url}/confirm/${signToken(secret, 'confirm', { reader, launch: confirmTime(at) })}`,
})

/** A time as a token to confirm carries it, in the place of a launch: whole minutes. */
export const confirmTime = (at: number): number => Math.floor(at / 60_000)
