import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Launch, NewLaunch } from '../../../../pipeline/send/ledger.js'
import { type SendingStore, StoreUnavailable } from '../../../../pipeline/send/sending-store.js'
import { claimable } from '../../../../pipeline/world/store/claimable.js'
import { openDatabase } from '../../../../pipeline/world/store/database.js'
import { openStore, secretIn } from '../../../../pipeline/world/store/open-store.js'

let folder: string
let now: number
let running: Set<number>
let store: SendingStore
const opened: SendingStore[] = []

const open = async () => {
  const each = await openStore(folder, { time: () => now, isRunning: pid => running.has(pid) })
  opened.push(each)
  return each
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trifold-ledger-'))
  now = 1_000_000
  running = new Set([1, 2])
  store = await open()
})

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
  rmSync(folder, { recursive: true, force: true })
})

const reader = (name: string, tags: string[] = []) => ({
  email: `${name}@example.org`,
  name,
  state: 'active' as const,
  since: 1,
  attributes: { lang: 'en' },
  tags,
})

async function withReaders(...names: string[]) {
  await store.readers.add(names.map(name => reader(name)))
}

const build = (digest = 'd1') => ({
  digest,
  slug: 'tides',
  title: 'Tides',
  files: new Map([['report.json', new Uint8Array([1, 2])]]),
})

const launch = (given: Partial<NewLaunch> = {}): Promise<Launch> =>
  store.ledger.launch({ mailing: 'tides', build: build(), startsAt: 0, ...given })

const sent = (id: number) => ({ reader: id, state: 'sent' as const, response: '250 ok' })

describe('a launch', () => {
  test('is sent to each active reader once', async () => {
    await withReaders('a', 'b', 'c')
    await store.readers.add([{ ...reader('p'), state: 'pending' }])
    const { id } = await launch()
    const turn = await store.ledger.begin(id, 1)
    const first = await store.ledger.exchange(turn, [], 2)
    expect(first.claims.map(({ email, attempts, attributes }) => [email, attempts, attributes])).toEqual([
      ['a@example.org', 1, { lang: 'en' }],
      ['b@example.org', 1, { lang: 'en' }],
    ])
    const second = await store.ledger.exchange(turn, [sent(1)], 2)
    expect(second.claims.map(({ email }) => email)).toEqual(['c@example.org'])
    await store.ledger.end(turn, [sent(2), sent(3)])
    expect(await store.ledger.counts(id)).toMatchObject({ sent: 3, pending: 0, claimed: 0, unknown: 0 })
    expect((await store.ledger.get(id))?.state).toBe('done')
  })

  test('a second time reaches those who were not there at the first, and nobody else', async () => {
    await withReaders('a')
    const one = await launch()
    const turn = await store.ledger.begin(one.id, 1)
    await store.ledger.exchange(turn, [], 5)
    await store.ledger.end(turn, [sent(1)])
    await withReaders('b')
    const two = await launch({ build: build('d2') })
    const again = await store.ledger.begin(two.id, 1)
    const { claims } = await store.ledger.exchange(again, [], 5)
    expect(claims.map(({ email }) => email)).toEqual(['b@example.org'])
  })

  test('that is asked for once more, by the same request, is the one that there is', async () => {
    await withReaders('anna')
    const first = await launch({ request: 'r1' })
    await withReaders('bela')
    expect(await launch({ request: 'r1' })).toEqual(first)
    expect(await store.ledger.counts(first.id)).toMatchObject({ pending: 1 })
    expect(await (await open()).ledger.requested('r1')).toEqual(first)
    expect(await store.ledger.requested('r2')).toBeUndefined()
    const second = await launch({ request: 'r2' })
    expect(await store.ledger.counts(second.id)).toMatchObject({ pending: 1 })
    // Without a name each is another.
    expect((await launch()).id).not.toBe((await launch()).id)
  })

  test('is claimed in the order of an index: however many are left, none are sorted', async () => {
    const db = await openDatabase(join(folder, 'readers.db'))
    try {
      const steps = db.all(`EXPLAIN QUERY PLAN ${claimable}`, 1, now, 5).map(({ detail }) => String(detail))
      expect(steps.filter(step => step.includes('INDEX delivery_state'))).toHaveLength(2)
      expect(steps.filter(step => /SCAN delivery|TEMP B-TREE/.test(step))).toEqual([])
    } finally {
      db.close()
    }
  })

  test('as a correction reaches those who were sent the issue', async () => {
    await withReaders('a', 'b')
    const { id } = await launch()
    const turn = await store.ledger.begin(id, 1)
    await store.ledger.exchange(turn, [], 5)
    await store.ledger.end(turn, [sent(1), { reader: 2, state: 'failed', response: '550', noMailbox: false }])
    await withReaders('c')
    const correction = await launch({ mailing: 'tides:d2', build: build('d2'), sentMailing: 'tides' })
    const { claims } = await store.ledger.exchange(await store.ledger.begin(correction.id, 1), [], 5)
    expect(claims.map(({ email }) => email)).toEqual(['a@example.org'])
  })

  test('to a segment reaches that', async () => {
    await store.readers.add([reader('a', ['members']), reader('b')])
    const segment = {
      source: 'tag:members',
      has: ({ tags }: { tags: readonly string[] }) => tags.includes('members'),
    }
    const { id, segment: source } = await launch({ segment })
    expect(source).toBe('tag:members')
    expect(await store.ledger.counts(id)).toMatchObject({ pending: 1 })
  })

  test('does not reach who leaves before their turn', async () => {
    await withReaders('a', 'b')
    const { id } = await launch()
    await store.readers.change(1, { state: 'unsubscribed' })
    await store.readers.erase(2)
    const turn = await store.ledger.begin(id, 1)
    expect((await store.ledger.exchange(turn, [], 5)).claims).toEqual([])
    expect(await store.ledger.counts(id)).toMatchObject({ suppressed: 2, pending: 0 })
  })

  test('puts off what is deferred until it is due', async () => {
    await withReaders('a')
    const { id } = await launch()
    const turn = await store.ledger.begin(id, 1)
    await store.ledger.exchange(turn, [], 1)
    const put = await store.ledger.exchange(
      turn,
      [{ reader: 1, state: 'deferred', response: '450', nextAt: now + 60_000 }],
      1,
    )
    expect(put).toMatchObject({ claims: [], nextAt: now + 60_000 })
    now += 60_000
    const { claims } = await store.ledger.exchange(turn, [], 1)
    expect(claims).toMatchObject([{ attempts: 2, firstTriedAt: 1_000_000 }])
    // One that was not tried after all is as it was.
    await store.ledger.end(turn, [{ reader: 1, state: 'pending' }])
    const again = await store.ledger.exchange(await store.ledger.begin(id, 1), [], 1)
    expect(again.claims).toMatchObject([{ attempts: 2, firstTriedAt: 1_000_000 }])
  })

  test('bounces a reader whose mailbox is not there', async () => {
    await withReaders('a', 'b')
    const { id } = await launch()
    const turn = await store.ledger.begin(id, 1)
    await store.ledger.exchange(turn, [], 2)
    await store.ledger.end(turn, [
      { reader: 1, state: 'failed', response: '550 5.1.1', noMailbox: true },
      { reader: 2, state: 'failed', response: '550 5.7.1', noMailbox: false },
    ])
    expect((await store.readers.get(1))?.state).toBe('bounced')
    expect((await store.readers.get(2))?.state).toBe('active')
  })
})

describe('a sender', () => {
  test('that is gone leaves what it had claimed unknown', async () => {
    await withReaders('a', 'b', 'c')
    const { id } = await launch()
    const dead = await store.ledger.begin(id, 1)
    await store.ledger.exchange(dead, [], 2)
    await expect(store.ledger.begin(id, 2)).rejects.toThrow('Process 1')
    running.delete(1)
    const turn = await store.ledger.begin(id, 2)
    expect(turn.unknown).toBe(2)
    const { claims } = await store.ledger.exchange(turn, [], 5)
    expect(claims.map(({ email }) => email)).toEqual(['c@example.org'])
    // What the dead one says after all is not heard.
    await expect(store.ledger.exchange(dead, [sent(1)], 5)).rejects.toThrow('taken over')
    expect(await store.ledger.counts(id)).toMatchObject({ sent: 0, unknown: 2, claimed: 1 })
  })

  test('that is silent for a minute may be followed by another', async () => {
    await withReaders('a')
    const { id } = await launch()
    await store.ledger.begin(id, 1)
    now += 60_001
    expect((await store.ledger.begin(id, 2)).epoch).toBe(2)
  })

  test('hears in its next exchange that the launch is paused', async () => {
    await withReaders('a', 'b')
    const { id } = await launch()
    const turn = await store.ledger.begin(id, 1)
    await store.ledger.exchange(turn, [], 1)
    const other = await open()
    await other.ledger.setState(id, 'paused', 'by hand')
    expect(await store.ledger.exchange(turn, [sent(1)], 1)).toMatchObject({ claims: [], state: 'paused' })
    await other.ledger.setState(id, 'cancelled')
    await store.ledger.end(turn, [])
    expect(await store.ledger.counts(id)).toMatchObject({ sent: 1, cancelled: 1 })
    expect((await store.ledger.setState(id, 'sending')).state).toBe('cancelled')
  })
})

test('what is unknown or failed is tried again, or taken for sent, on the publisher’s word', async () => {
  await withReaders('a', 'b', 'c')
  const { id } = await launch()
  const turn = await store.ledger.begin(id, 1)
  await store.ledger.exchange(turn, [], 3)
  await store.ledger.end(turn, [
    { reader: 1, state: 'unknown', response: 'no answer' },
    { reader: 2, state: 'failed', response: '550', noMailbox: false },
    { reader: 3, state: 'unknown', response: 'no answer' },
  ])
  expect(await store.ledger.reopen(id, ['failed'])).toBe(1)
  expect(await store.ledger.reopen(id, ['unknown'], [3])).toBe(1)
  expect(await store.ledger.settleUnknown(id)).toBe(1)
  expect(await store.ledger.counts(id)).toMatchObject({ sent: 1, pending: 2, unknown: 0 })
  expect((await store.ledger.get(id))?.state).toBe('sending')
})

test('a build is kept as it was, and a test of it noted', async () => {
  await store.ledger.keep(build())
  await store.ledger.keep({ ...build(), title: 'Another' })
  expect(await store.ledger.kept('d1')).toEqual(build())
  expect(await store.ledger.kept('d2')).toBeUndefined()
  expect(await store.ledger.wasTested('d1')).toBe(false)
  await store.ledger.noteTest('d1', 'me@example.org')
  expect(await store.ledger.wasTested('d1')).toBe(true)
})

test('says how it stands with some readers', async () => {
  await withReaders('a', 'b')
  const { id } = await launch()
  await store.ledger.exchange(await store.ledger.begin(id, 1), [], 1)
  const states = await store.ledger.statesOf('tides', [1, 2, 3])
  expect([...states]).toEqual([
    [1, 'claimed'],
    [2, 'pending'],
  ])
  expect(await store.ledger.statesOf('others', [1])).toEqual(new Map())
})

describe('a launch that is cancelled', () => {
  test('leaves nobody out of the next one who was not sent it', async () => {
    await withReaders('a', 'b', 'c', 'd')
    const one = await launch()
    const turn = await store.ledger.begin(one.id, 1)
    await store.ledger.exchange(turn, [], 2)
    await store.readers.change(3, { state: 'unsubscribed' })
    await store.ledger.exchange(
      turn,
      [sent(1), { reader: 2, state: 'failed', response: '550', noMailbox: false }],
      1,
    )
    await store.ledger.setState(one.id, 'cancelled')
    await store.ledger.end(turn, [{ reader: 4, state: 'pending' }])
    expect(await store.ledger.counts(one.id)).toMatchObject({
      sent: 1,
      failed: 1,
      suppressed: 1,
      cancelled: 1,
    })
    await store.readers.change(3, { state: 'active' })
    const two = await launch({ build: build('d2') })
    const { claims } = await store.ledger.exchange(await store.ledger.begin(two.id, 1), [], 5)
    expect(claims.map(({ email, attempts }) => [email, attempts])).toEqual([
      ['c@example.org', 1],
      ['d@example.org', 1],
    ])
  })

  test('has nothing left to send, whatever its sender tells afterwards', async () => {
    await withReaders('a', 'b', 'c')
    const { id } = await launch()
    const turn = await store.ledger.begin(id, 1)
    await store.ledger.exchange(turn, [], 3)
    await (await open()).ledger.setState(id, 'cancelled')
    await store.ledger.exchange(
      turn,
      [{ reader: 1, state: 'deferred', response: '450', nextAt: now + 60_000 }],
      3,
    )
    await store.ledger.end(turn, [sent(2), { reader: 3, state: 'pending' }])
    expect(await store.ledger.counts(id)).toMatchObject({ sent: 1, cancelled: 2, pending: 0, deferred: 0 })
  })

  test('lists as unknown what its sender had claimed who is gone', async () => {
    await withReaders('a', 'b')
    const { id } = await launch()
    await store.ledger.exchange(await store.ledger.begin(id, 1), [], 1)
    running.delete(1)
    await store.ledger.setState(id, 'cancelled')
    expect(await store.ledger.counts(id)).toMatchObject({ unknown: 1, claimed: 0, cancelled: 1 })
  })

  test('tries anew what failed, on the publisher’s word, and no others', async () => {
    await withReaders('a', 'b')
    const { id } = await launch()
    const turn = await store.ledger.begin(id, 1)
    await store.ledger.exchange(turn, [], 1)
    await store.ledger.setState(id, 'cancelled')
    await store.ledger.end(turn, [{ reader: 1, state: 'failed', response: '550', noMailbox: false }])
    expect(await store.ledger.reopen(id, ['failed'])).toBe(1)
    const { claims } = await store.ledger.exchange(await store.ledger.begin(id, 1), [], 5)
    expect(claims.map(({ email }) => email)).toEqual(['a@example.org'])
  })
})

test('a launch that is set for later is not sent before, though it was paused and resumed', async () => {
  await withReaders('a')
  const { id } = await launch({ startsAt: now + 60_000 })
  await store.ledger.setState(id, 'paused', 'by hand')
  expect((await store.ledger.setState(id, 'sending')).state).toBe('scheduled')
  const turn = await store.ledger.begin(id, 1)
  expect(await store.ledger.exchange(turn, [], 1)).toMatchObject({ claims: [], state: 'scheduled' })
  await store.ledger.end(turn, [])
  now += 60_000
  expect((await store.ledger.exchange(await store.ledger.begin(id, 1), [], 1)).claims).toHaveLength(1)
})

test('some of what is unknown is taken for sent', async () => {
  await withReaders('a', 'b')
  const { id } = await launch()
  const turn = await store.ledger.begin(id, 1)
  await store.ledger.exchange(turn, [], 2)
  await store.ledger.end(turn, [])
  expect(await store.ledger.settleUnknown(id, [2, 7])).toBe(1)
  expect(await store.ledger.counts(id)).toMatchObject({ sent: 1, unknown: 1 })
})

test('what a server says of a reader who was erased meanwhile is not kept', async () => {
  await withReaders('a', 'b')
  const { id } = await launch()
  const turn = await store.ledger.begin(id, 1)
  await store.ledger.exchange(turn, [], 2)
  await store.readers.erase(1)
  await store.ledger.end(turn, [
    { reader: 1, state: 'sent', response: '250 queued for <a@example.org>' },
    { reader: 2, state: 'sent', response: '250 queued for <b@example.org>' },
  ])
  await store.readers.erase(2)
  await store.ledger.noteBounce(id, 1, '550 no a@example.org')
  expect(readFileSync(join(folder, 'readers.db'), 'latin1')).not.toMatch(/[ab]@example/)
})

test('is due where there is something to do by now', async () => {
  await withReaders('a')
  const due = async () => (await store.ledger.due()).map(({ id }) => id)
  const { id } = await launch()
  expect(await due()).toEqual([id])
  const turn = await store.ledger.begin(id, 1)
  await store.ledger.exchange(turn, [], 1)
  expect(await due()).toEqual([id])
  await store.ledger.end(turn, [{ reader: 1, state: 'deferred', response: '450', nextAt: now + 60_000 }])
  expect(await due()).toEqual([])
  now += 60_000
  expect(await due()).toEqual([id])
  // One without anybody has to come to its end all the same.
  const { id: empty } = await launch()
  expect(await due()).toEqual([id, empty])
})

test('what comes back later is noted once', async () => {
  await withReaders('a')
  const { id } = await launch()
  const turn = await store.ledger.begin(id, 1)
  await store.ledger.exchange(turn, [], 1)
  await store.ledger.end(turn, [sent(1)])
  expect(await store.ledger.noteBounce(id, 1, '5.1.1')).toBe(true)
  expect(await store.ledger.noteBounce(id, 1, '5.1.1')).toBe(false)
})

describe('the file', () => {
  test('is the owner’s alone, and out of git', () => {
    expect(statSync(join(folder, 'readers.db')).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'secret.key')).mode & 0o077).toBe(0)
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n')
  })

  test('without its key is not opened: with another, who was erased could be brought back', async () => {
    rmSync(join(folder, 'secret.key'))
    await expect(open()).rejects.toThrow(/secret\.key is gone/)
    await expect(secretIn(folder)).rejects.toThrow(/Put a copy of it back/)
    expect(existsSync(join(folder, 'secret.key'))).toBe(false)
  })

  test('that another process has locked is said to be', async () => {
    const one = await openDatabase(join(folder, 'x.db'))
    const two = await openDatabase(join(folder, 'x.db'))
    two.all('PRAGMA busy_timeout = 10')
    try {
      one.transaction(() => {
        expect(() => two.transaction(() => undefined)).toThrow(StoreUnavailable)
        expect(() => two.transaction(() => undefined)).toThrow(/locked/)
      })
    } finally {
      one.close()
      two.close()
    }
  })

  test('on a full disk writes nothing and says so', async () => {
    const db = await openDatabase(join(folder, 'x.db'))
    try {
      db.run('CREATE TABLE t (a TEXT)')
      db.all('PRAGMA max_page_count = 10')
      expect(() =>
        db.transaction(() => {
          for (let row = 0; row < 1000; row += 1) db.run('INSERT INTO t VALUES (?)', 'x'.repeat(1000))
        }),
      ).toThrow(/no room left/)
      expect(db.get('SELECT count(*) AS n FROM t')?.n).toBe(0)
      db.run('INSERT INTO t VALUES (?)', 'x')
    } finally {
      db.close()
    }
  })

  test('that is none of ours, or of a newer version, is refused', async () => {
    writeFileSync(join(folder, 'y.db'), 'no database'.repeat(500))
    await expect(openDatabase(join(folder, 'y.db'))).rejects.toThrow(/not a list of readers/)
    await expect(openDatabase(join(folder, 'nowhere', 'y.db'))).rejects.toThrow(/cannot be written/)
    const db = await openDatabase(join(folder, 'readers.db'))
    db.run('PRAGMA user_version = 99')
    db.close()
    await expect(open()).rejects.toThrow(/newer version/)
    writeFileSync(join(folder, 'secret.key'), 'short')
    await expect(open()).rejects.toThrow(/damaged/)
  })
})
