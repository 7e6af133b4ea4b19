import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readerStoreBehaves } from '../../../support/reader-store-behaves.js'
import { testReader, testStore } from '../../../support/sending-store.js'

readerStoreBehaves('the list in SQLite', async () => {
  const store = await testStore()
  return { readers: store.readers, close: store.remove }
})

describe('the list in SQLite', () => {
  test('keeps nothing of who was erased but a hash that only the key makes', async () => {
    const store = await testStore(['hester'])
    try {
      await store.readers.erase(1)
      const other = await store.other()
      expect(await other.readers.add([testReader('hester')])).toEqual([{ kind: 'suppressed' }])
      expect(await other.readers.get(1)).toBeUndefined()
      const files = readdirSync(store.folder)
      expect(files).toContain('readers.db')
      for (const file of files) expect(readFileSync(join(store.folder, file)).includes('hester')).toBe(false)
    } finally {
      await store.remove()
    }
  })
})
