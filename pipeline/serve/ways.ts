import type { ReaderWays } from '../../templates/serve/preferences.js'
import { signToken } from '../readers/token.js'
import type { Serving } from './serving.js'

/** A reader's own addresses as paths, which lead to this server whatever name it was asked by. */
export function waysOf({ secret, place: { prefix } }: Serving, reader: number): ReaderWays {
  const subject = { reader, launch: 0 }
  const preferences = `${prefix}/preferences/${signToken(secret, 'preferences', subject)}`
  return {
    preferences,
    unsubscribe: `${prefix}/unsubscribe/${signToken(secret, 'unsubscribe', subject)}`,
    data: `${preferences}/data.json`,
    erase: `${preferences}/erase`,
  }
}
