import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewReader } from '../../pipeline/readers/reader.js'
import type { ReaderStore } from '../../pipeline/readers/reader-store.js'

/** A list that a test has for itself. */
export interface OpenedReaders {
  readonly readers: ReaderStore
  close(): Promise<void>
}

/** A reader to be added. */
export const aReader = (email: string, changes: Partial<NewReader> = {}): NewReader => ({
  email,
  state: 'active',
  since: 1_700_000_000_000,
  attributes: {},
  tags: [],
  ...changes,
})

/** What every list of readers does, wherever it stands. @param open makes one without anybody on it */
export function readerStoreBehaves(name: string, open: () => Promise<OpenedReaders>): void {
  describe(name, () => {
    let readers: ReaderStore
    let close: () => Promise<void>
    beforeEach(async () => {
      ;({ readers, close } = await open())
    })
    afterEach(() => close())

    /** Adds readers that are not there. @returns their ids */
    async function add(...given: readonly NewReader[]): Promise<number[]> {
      return (await readers.add(given)).map(added => {
        if (added.kind !== 'added') throw new Error(`Unexpected ${added.kind}, expected added`)
        return added.reader.id
      })
    }

    test('keeps all that is known of a reader', async () => {
      const given = aReader('Hester@Example.org', {
        name: 'Hester Quayle',
        attributes: { lang: 'en-GB', town: 'Saltmere' },
        tags: ['members', 'tides'],
        consent: { at: 1_700_000_000_001, source: 'form', address: '203.0.113.9' },
      })
      const [id = 0] = await add(given)
      expect(await readers.get(id)).toEqual({ ...given, id, softBounces: 0 })
      expect(await readers.find('Hester@Example.org')).toEqual({ ...given, id, softBounces: 0 })
    })

    test('what is not known is not there', async () => {
      const [id = 0] = await add(aReader('a@example.org'))
      const reader = await readers.get(id)
      expect(Object.keys(reader ?? {}).sort()).toEqual(
        ['attributes', 'email', 'id', 'since', 'softBounces', 'state', 'tags'].sort(),
      )
      expect(await readers.get(id + 1)).toBeUndefined()
      expect(await readers.find('b@example.org')).toBeUndefined()
    })

    test('tells no address from another by its case', async () => {
      const [id] = await add(aReader('Hester@Example.org'))
      expect((await readers.find('hester@EXAMPLE.org'))?.id).toBe(id)
      const [again] = await readers.add([aReader('HESTER@example.org', { name: 'Another' })])
      expect(again).toMatchObject({ kind: 'known', reader: { id, email: 'Hester@Example.org' } })
      expect((await readers.get(id ?? 0))?.name).toBeUndefined()
    })

    test('results are in the order of the rows, and of two of a kind the first is added', async () => {
      await add(aReader('b@example.org'))
      const results = await readers.add(
        ['a@example.org', 'b@example.org', 'A@example.org'].map(e => aReader(e)),
      )
      expect(results.map(({ kind }) => kind)).toEqual(['added', 'known', 'known'])
    })

    test('changes what is said and nothing else', async () => {
      const [id = 0] = await add(
        aReader('a@example.org', { name: 'A', tags: ['x'], attributes: { lang: 'de' } }),
      )
      const changed = await readers.change(id, { state: 'unsubscribed', since: 5, softBounces: 2 })
      expect(changed).toMatchObject({
        name: 'A',
        tags: ['x'],
        attributes: { lang: 'de' },
        email: 'a@example.org',
      })
      expect(changed).toMatchObject({ state: 'unsubscribed', since: 5, softBounces: 2 })
      expect(await readers.get(id)).toEqual(changed)
      expect(await readers.change(id + 1, { state: 'active' })).toBeUndefined()
    })

    test('an empty name takes the name away', async () => {
      const [id = 0] = await add(aReader('a@example.org', { name: 'A' }))
      expect(await readers.change(id, { name: '' })).not.toHaveProperty('name')
      expect(await readers.get(id)).not.toHaveProperty('name')
    })

    test('changes many at once, and says how many there were', async () => {
      const [a = 0, b = 0] = await add(aReader('a@example.org'), aReader('b@example.org'))
      const changes = new Map([
        [a, { state: 'bounced' }],
        [b, { softBounces: 1 }],
        [b + 7, { state: 'bounced' }],
      ] as const)
      expect(await readers.changeAll(changes)).toBe(2)
      expect((await readers.get(a))?.state).toBe('bounced')
      expect((await readers.get(b))?.softBounces).toBe(1)
    })

    test('gives readers page by page, those of some states alone', async () => {
      const ids = await add(
        aReader('a@example.org'),
        aReader('b@example.org', { state: 'pending' }),
        aReader('c@example.org'),
        aReader('d@example.org'),
      )
      const idsOf = async (query: Parameters<ReaderStore['page']>[0]) =>
        (await readers.page(query)).map(({ id }) => id)
      expect(await idsOf({})).toEqual(ids)
      expect(await idsOf({ limit: 2 })).toEqual(ids.slice(0, 2))
      expect(await idsOf({ after: ids[1] ?? 0 })).toEqual(ids.slice(2))
      expect(await idsOf({ states: ['active'], after: ids[0] ?? 0, limit: 1 })).toEqual([ids[2]])
      expect(await idsOf({ states: [] })).toEqual([])
    })

    test('counts each state, also those that nobody is in', async () => {
      await add(aReader('a@example.org'), aReader('b@example.org', { state: 'pending' }))
      expect(await readers.counts()).toEqual({
        pending: 1,
        active: 1,
        unsubscribed: 0,
        bounced: 0,
        complained: 0,
      })
    })

    describe('who is erased', () => {
      let id: number
      beforeEach(async () => {
        ;[id = 0] = await add(aReader('Gone@example.org', { name: 'Gone' }))
        expect(await readers.erase(id)).toBe(true)
      })

      test('is not known any more', async () => {
        expect(await readers.get(id)).toBeUndefined()
        expect(await readers.find('gone@example.org')).toBeUndefined()
        expect(await readers.page({})).toEqual([])
        expect(await readers.change(id, { name: 'Back' })).toBeUndefined()
        expect(await readers.erase(id)).toBe(false)
      })

      test('is not brought back by an import', async () => {
        const results = await readers.add([aReader('gone@Example.org'), aReader('new@example.org')])
        expect(results.map(({ kind }) => kind)).toEqual(['suppressed', 'added'])
        expect(await readers.find('gone@example.org')).toBeUndefined()
      })

      test('comes back when welcome, with another id', async () => {
        await readers.welcome('GONE@example.org')
        const [again = 0] = await add(aReader('gone@example.org'))
        expect(again).toBeGreaterThan(id)
      })

      test('leaves an id that nobody else gets', async () => {
        const [other] = await add(aReader('other@example.org'))
        expect(other).not.toBe(id)
      })
    })
  })
}
