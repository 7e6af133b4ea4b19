import type { World } from '../world.js'
import type { SendingStore } from './sending-store.js'

/** The world, and what only sending asks of it. */
export interface SendingWorld extends World {
  /** The wall clock: milliseconds since 1970. Building never asks for it. */
  time(): number
  /** Bytes that nobody can guess. */
  random(bytes: number): Uint8Array
  /** This process, as the ledger names who sends. */
  readonly pid: number
  /** Whether a process of this machine runs. */
  isRunning(pid: number): boolean
  /**
   * Opens the list and the ledger.
   *
   * @param folder absolute; made where it is not there, with a file that keeps it out of git
   * @throws StoreUnavailable
   */
  openStore(folder: string): Promise<SendingStore>
  /**
   * The key that tokens are signed with and that hides addresses of those who were erased; made at the first call.
   *
   * @param folder as above
   * @throws StoreUnavailable
   */
  secret(folder: string): Promise<Uint8Array>
  /** Writes a file that its owner alone can read, whole or not at all, in the pieces it comes in. */
  writePrivately(path: string, pieces: AsyncIterable<string>): Promise<void>
}
