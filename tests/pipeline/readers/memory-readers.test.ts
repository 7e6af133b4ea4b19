import { memoryReaders } from '../../support/memory-readers.js'
import { readerStoreBehaves } from '../../support/reader-store-behaves.js'

readerStoreBehaves('the list in memory', async () => ({
  readers: memoryReaders(),
  close: async () => undefined,
}))
