import type { ReaderStore } from '../readers/reader-store.js'
import type { Ledger } from './ledger.js'
import type { LinkCounts } from './link-counts.js'

/** The list and the ledger, which stand in one place: who has left must not be sent anything. */
export interface SendingStore {
  readonly readers: ReaderStore
  readonly ledger: Ledger
  readonly links: LinkCounts
  close(): Promise<void>
}

/** The store cannot be used. The message tells a person why and what to do. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
}
