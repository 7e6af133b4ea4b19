import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NewReader } from '../../pipeline/readers/reader.js'
import type { SendingStore } from '../../pipeline/send/sending-store.js'
import { openStore } from '../../pipeline/world/store/open-store.js'

/** A store in a folder of its own, with a clock that the test turns. */
export interface TestStore extends SendingStore {
  readonly folder: string
  /** Milliseconds since 1970; moved by hand, and by `wait`. */
  now: number
  time(): number
  /** Lets time pass at once. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** The same store, as another process has it. */
  other(): Promise<SendingStore>
  remove(): Promise<void>
}

/** @param readers names, of which addresses are made: each is active */
export async function testStore(readers: readonly string[] = []): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), 'trifold-store-'))
  const opened: SendingStore[] = []
  const clock = { now: Date.UTC(2026, 10, 28) }
  const open = async () => {
    const store = await openStore(folder, { time: () => clock.now, isRunning: () => true })
    opened.push(store)
    return store
  }
  const store = await open()
  await store.readers.add(readers.map(name => testReader(name)))
  return {
    ...store,
    folder,
    get now() {
      return clock.now
    },
    set now(at) {
      clock.now = at
    },
    time: () => clock.now,
    async wait(milliseconds, signal) {
      // Others have their turn meanwhile, as they do while time passes.
      await new Promise(resolve => setImmediate(resolve))
      signal?.throwIfAborted()
      clock.now += milliseconds
    },
    other: open,
    async remove() {
      for (const each of opened.splice(0)) await each.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody active, with an address made of the name. */
export const testReader = (name: string, more: Partial<NewReader> = {}): NewReader => ({
  email: `${name}@example.org`,
  name,
  state: 'active',
  since: 1,
  attributes: {},
  tags: [],
  ...more,
})
