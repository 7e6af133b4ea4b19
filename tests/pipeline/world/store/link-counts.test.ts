import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { KeptBuild } from '../../../../pipeline/send/ledger.js'
import { openDatabase } from '../../../../pipeline/world/store/database.js'
import { databaseFile } from '../../../../pipeline/world/store/open-store.js'
import { type TestStore, testStore } from '../../../support/sending-store.js'

let store: TestStore
beforeEach(async () => {
  store = await testStore(['anna'])
})
afterEach(() => store.remove())

const build = (digest: string, links?: readonly string[]): KeptBuild => ({
  digest,
  slug: 'tides',
  title: 'Tides',
  files: new Map([['report.json', new Uint8Array([1])]]),
  ...(links ? { links } : {}),
})
const launch = (kept: KeptBuild) => store.ledger.launch({ mailing: 'tides', build: kept, startsAt: 0 })

describe('links of what was sent', () => {
  test('are kept with the build, by launch and by digest', async () => {
    const links = ['https://a.example/', 'https://b.example/']
    await store.ledger.keep(build('d1', links))
    const { id } = await launch(build('d1', links))
    expect((await store.ledger.kept('d1'))?.links).toEqual(links)
    expect(await store.links.address({ launch: id }, 2)).toBe('https://b.example/')
    expect(await store.links.address({ digest: 'd1' }, 1)).toBe('https://a.example/')
    for (const [owner, number] of [
      [{ launch: id }, 3],
      [{ launch: id + 1 }, 1],
      [{ digest: 'd2' }, 1],
    ] as const)
      expect(await store.links.address(owner, number)).toBeUndefined()
  })

  test('are none where nothing is counted', async () => {
    const { id } = await launch(build('d1'))
    expect(await store.ledger.kept('d1')).not.toHaveProperty('links')
    expect(await store.links.address({ launch: id }, 1)).toBeUndefined()
    expect(await store.links.followed(id)).toEqual([])
  })

  test('are counted by launch, the most followed first', async () => {
    const kept = build('d1', ['https://a.example/', 'https://b.example/'])
    const [first, second] = [await launch(kept), await launch(kept)]
    await store.links.add([
      { launch: first.id, number: 1, count: 1 },
      { launch: first.id, number: 2, count: 2 },
    ])
    await store.links.add([{ launch: first.id, number: 2, count: 3 }])
    expect(await (await store.other()).links.followed(first.id)).toEqual([
      { number: 2, address: 'https://b.example/', count: 5 },
      { number: 1, address: 'https://a.example/', count: 1 },
    ])
    expect(await store.links.followed(second.id)).toEqual([])
  })

  test('have a number each, and no more is kept of who followed them', async () => {
    const db = await openDatabase(join(store.folder, databaseFile))
    const columns = db.all("SELECT name FROM pragma_table_info('link_count')").map(({ name }) => name)
    db.close()
    expect(columns).toEqual(['launch', 'number', 'count'])
  })
})

test('a store of the version before has nothing of them, and is brought up to date', async () => {
  const before = await launch(build('d1'))
  await store.close()
  const db = await openDatabase(join(store.folder, databaseFile))
  db.run('DROP TABLE link_count')
  db.run('DROP TABLE build_link')
  db.run('PRAGMA user_version = 1')
  db.close()
  const now = await store.other()
  expect((await now.ledger.get(before.id))?.slug).toBe('tides')
  expect(await now.links.followed(before.id)).toEqual([])
})
