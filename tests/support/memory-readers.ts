import { addressKey } from '../../pipeline/readers/address.js'
import type { NewReader, Reader, ReaderState } from '../../pipeline/readers/reader.js'
import { readerStates } from '../../pipeline/readers/reader.js'
import type { Added, ReaderChange, ReaderStore } from '../../pipeline/readers/reader-store.js'

/** A list of readers that is gone with the process, and is otherwise as any other. */
export function memoryReaders(): ReaderStore {
  const readers = new Map<number, Reader>()
  const ids = new Map<string, number>()
  const erased = new Set<string>()
  let lastId = 0

  const found = (email: string) => readers.get(ids.get(addressKey(email)) ?? 0)

  function addOne(given: NewReader): Added {
    const known = found(given.email)
    if (known) return { kind: 'known', reader: known }
    if (erased.has(addressKey(given.email))) return { kind: 'suppressed' }
    lastId += 1
    const reader: Reader = { ...given, id: lastId, softBounces: 0 }
    readers.set(reader.id, reader)
    ids.set(addressKey(reader.email), reader.id)
    return { kind: 'added', reader }
  }

  function changeOne(id: number, change: ReaderChange): Reader | undefined {
    const before = readers.get(id)
    if (!before) return undefined
    const { name, ...rest } = { ...before, ...change }
    const reader: Reader = { ...rest, ...(name ? { name } : {}) }
    readers.set(id, reader)
    return reader
  }

  return {
    get: async id => readers.get(id),
    find: async email => found(email),
    page: async ({ states, after = 0, limit = 1000 }) =>
      [...readers.values()]
        .filter(({ id, state }) => id > after && (states === undefined || states.includes(state)))
        .slice(0, limit),
    add: async given => given.map(addOne),
    change: async (id, change) => changeOne(id, change),
    changeAll: async changes =>
      [...changes].filter(([id, change]) => changeOne(id, change) !== undefined).length,
    erase: async id => {
      const reader = readers.get(id)
      if (!reader) return false
      erased.add(addressKey(reader.email))
      ids.delete(addressKey(reader.email))
      return readers.delete(id)
    },
    isErased: async email => erased.has(addressKey(email)),
    welcome: async email => {
      erased.delete(addressKey(email))
    },
    counts: async () => {
      const counts = Object.fromEntries(readerStates.map(state => [state, 0])) as Record<ReaderState, number>
      for (const { state } of readers.values()) counts[state] += 1
      return counts
    },
  }
}
