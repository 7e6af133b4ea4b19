import type { NewReader, Reader, ReaderState } from './reader.js'

/** What is changed of a reader; what is left out stays. An empty name takes the name away. */
export type ReaderChange = Partial<
  Pick<Reader, 'name' | 'state' | 'since' | 'attributes' | 'tags' | 'consent' | 'softBounces'>
>

/** What became of a row that was to be added. */
export type Added =
  | { readonly kind: 'added'; readonly reader: Reader }
  /** The address is on the list. Nothing was changed. */
  | { readonly kind: 'known'; readonly reader: Reader }
  /** Whoever it was has left and was erased, and is not to be written to again. */
  | { readonly kind: 'suppressed' }

/** Which readers are asked for. */
export interface ReaderQuery {
  readonly states?: readonly ReaderState[]
  /** Those with an id above this one, in the order of ids. */
  readonly after?: number
  /** At most so many; 1,000 by default. */
  readonly limit?: number
}

/**
 * The list of readers. It stands behind this so that it may stand elsewhere than in one file of this machine.
 *
 * Each call is one transaction: it has happened whole or not at all, also where the process is killed.
 */
export interface ReaderStore {
  get(id: number): Promise<Reader | undefined>
  find(email: string): Promise<Reader | undefined>
  /** A page of readers, by id. */
  page(query: ReaderQuery): Promise<readonly Reader[]>
  /** Adds each that is not there; the results are in the order of the readers. */
  add(readers: readonly NewReader[]): Promise<readonly Added[]>
  /** @returns the reader as it is now; undefined where nobody has the id */
  change(id: number, change: ReaderChange): Promise<Reader | undefined>
  /**
   * Changes all of these, or none.
   * @returns how many there were
   */
  changeAll(changes: ReadonlyMap<number, ReaderChange>): Promise<number>
  /**
   * Forgets a reader: the list, and the ledger's addresses. What stays is a keyed hash of the address, so that an import
   * cannot bring back who has left.
   *
   * @returns whether there was such a reader
   */
  erase(id: number): Promise<boolean>
  /** Whether somebody with this address was erased, and is not to be added. */
  isErased(email: string): Promise<boolean>
  /** Takes the hash of an address away, for somebody who was erased and subscribes again by their own act. */
  welcome(email: string): Promise<void>
  /** How many there are in each state. */
  counts(): Promise<Readonly<Record<ReaderState, number>>>
}
