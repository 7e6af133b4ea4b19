import { Readable } from 'node:stream'
import type { Progress } from '../../send/policy/verdict.js'

/** A message on its way, of which it is known how far it has gone. */
export interface WatchedMessage {
  readonly stream: Readable
  progress(): Exclude<Progress, 'opening'>
}

/** Bytes that are handed on at a time. */
const piece = 16 * 1024

/**
 * A message as a stream: nobody takes anything of it before the server has asked for it, and the line with a full stop
 * that ends a message (RFC 5321, 4.1.1.4) is not written before the stream has ended.
 *
 * @param refusal asked before anything is handed on; why nothing is to be, or undefined
 */
export function watchedMessage(raw: Buffer, refusal: () => string | undefined): WatchedMessage {
  let offset = 0
  let progress: Exclude<Progress, 'opening'> = 'nothing'
  const stream = new Readable({
    highWaterMark: piece,
    read() {
      const reason = progress === 'nothing' ? refusal() : undefined
      if (reason !== undefined) return void this.destroy(new Error(reason))
      progress = 'part'
      this.push(offset < raw.length ? raw.subarray(offset, offset + piece) : null)
      offset += piece
    },
  })
  // Told when all was taken out of the stream, which is later than when all was put into it.
  stream.once('end', () => {
    progress = 'all'
  })
  return { stream, progress: () => progress }
}
