import { expect, test, vi } from 'vitest'
import { defaultConfig } from '../../../pipeline/config/resolve.js'
import { watch } from '../../../pipeline/watch/watch.js'
import type { WatchRequest } from '../../../pipeline/world.js'
import { type MemoryWorld, memoryWorld } from '../../../pipeline/world-memory.js'
import { anArticle } from '../../support/memory-publication.js'
import { patience } from '../../support/watching.js'

/** A watch in memory, of emails: changes are told, and time passes, when the test says so. */
function watched() {
  const stop = new AbortController()
  const config = { ...defaultConfig('/p'), file: '/p/trifold.yaml' }
  const request = { config, paths: [], formats: ['email'] as const, cwd: '/p', outputDir: '/p/dist' }
  const asked: WatchRequest[] = []
  const opened: MemoryWorld[] = []
  const files = { '/p/content/a.md': anArticle('A') }
  const open = () => {
    const world = memoryWorld({
      files,
      watch: async given => {
        asked.push(given)
        return { close: async () => void asked.splice(asked.indexOf(given), 1) }
      },
    })
    opened.push(world)
    return world
  }
  const reload = vi.fn(async () => ({ request, configFiles: new Set(['/p/trifold.yaml']) }))
  const built = vi.fn()
  const failed = vi.fn()
  const unwatched = vi.fn()
  const ended = watch({
    first: { request, configFiles: new Set(['/p/trifold.yaml']) },
    reload,
    open,
    built,
    failed,
    unwatched,
    clock: memoryWorld(),
    signal: stop.signal,
  })
  return { stop, config, request, asked, opened, reload, built, failed, unwatched, ended }
}

test('what nobody expected is told, does not end it, and what was to be built is built the next time', async () => {
  const { stop, opened, asked, built, failed, ended } = watched()
  await vi.waitFor(() => expect(built).toHaveBeenCalledTimes(1), patience)
  const [world] = opened
  const list = vi.spyOn(world?.files ?? expect.fail(), 'list').mockRejectedValue(new Error('the disk burns'))
  asked[0]?.changed('/p/content/a.md')
  await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(new Error('the disk burns')), patience)
  list.mockRestore()
  asked[0]?.changed('/p/content/a.md')
  await vi.waitFor(() => expect(built).toHaveBeenCalledTimes(2), patience)
  stop.abort()
  await ended
  expect(asked).toEqual([])
  expect(world?.closed).toBe(true)
})

test('a config that asks for another browser gets another world, any other stays in its own', async () => {
  const { stop, config, request, opened, asked, built, reload, ended } = watched()
  await vi.waitFor(() => expect(built).toHaveBeenCalledTimes(1), patience)
  const configFiles = new Set(['/p/trifold.yaml'])
  reload.mockResolvedValueOnce({ request: { ...request, config: { ...config } }, configFiles })
  asked[0]?.changed('/p/trifold.yaml')
  await vi.waitFor(() => expect(built).toHaveBeenCalledTimes(2), patience)
  expect(opened).toHaveLength(1)
  reload.mockResolvedValueOnce({ request: { ...request, config: { ...config, browser: '/b' } }, configFiles })
  asked[0]?.changed('/p/trifold.yaml')
  await vi.waitFor(() => expect(built).toHaveBeenCalledTimes(3), patience)
  expect(opened.map(({ closed }) => closed)).toEqual([true, false])
  expect(asked).toHaveLength(1)
  stop.abort()
  await ended
})

test('of what cannot be watched one thing is told', async () => {
  const { stop, asked, built, unwatched, ended } = watched()
  await vi.waitFor(() => expect(built).toHaveBeenCalledTimes(1), patience)
  for (const file of ['a', 'b']) asked[0]?.failed(new Error(`ENOSPC: ${file}`))
  expect(unwatched.mock.calls).toEqual([[new Error('ENOSPC: a')]])
  stop.abort()
  await ended
})
