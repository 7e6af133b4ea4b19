import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cacheFolder } from '../../../pipeline/world/cache-folder.js'
import { diskCache } from '../../../pipeline/world/disk-cache.js'
import { sweep } from '../../../pipeline/world/sweep-cache.js'
import { temporaryFolder } from '../../support/cli.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const key = (number: number) => number.toString(16).padStart(40, '0')

const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort()

const weight = (folder: string) => files(folder).reduce((sum, path) => sum + statSync(path).size, 0)

describe('a cache on a disk', () => {
  it('has what was put, and nothing else', async () => {
    const cache = diskCache(join(temporaryFolder(), 'not', 'there'))
    await cache.put(key(1), bytes('one'))
    await cache.put(key(1), bytes('one again'))
    expect(await cache.get(key(1))).toEqual(Buffer.from('one again'))
    expect(await cache.get(key(2))).toBeUndefined()
  })

  it.each<[string, (path: string) => void]>([
    ['torn', path => truncateSync(path, statSync(path).size - 1)],
    ['torn at its beginning', path => truncateSync(path, 5)],
    ['empty', path => truncateSync(path, 0)],
    ['other than it was put', path => writeFileSync(path, readFileSync(path).with(40, 0))],
  ])('does not give what is %s', async (_, harm) => {
    const folder = temporaryFolder()
    const cache = diskCache(folder)
    await cache.put(key(1), bytes('something that is long enough'))
    const [path = ''] = files(join(folder, 'blobs'))
    harm(path)
    expect(await cache.get(key(1))).toBeUndefined()
    await cache.put(key(1), bytes('whole'))
    expect(await cache.get(key(1))).toEqual(Buffer.from('whole'))
  })

  it('stays below its bound, and keeps what was used last', async () => {
    const folder = temporaryFolder()
    const most = 8_000_000
    const cache = diskCache(folder, most)
    const old = new Date(Date.now() - 86_400_000)
    for (let number = 0; number < 40; number++) {
      await cache.put(key(number), new Uint8Array(500_000).fill(number))
      if (number === 0) expect(await cache.get(key(0))).toBeDefined()
      for (const path of files(join(folder, 'blobs')))
        if (!path.includes(key(0).slice(2))) utimesSync(path, old, old)
    }
    // It is looked at each time that it has grown by an eighth.
    expect(weight(folder)).toBeLessThan(most * 1.2)
    expect(await cache.get(key(0))).toBeDefined()
    expect(await cache.get(key(39))).toBeDefined()
    expect(await cache.get(key(1))).toBeUndefined()
  })

  it('stays below its bound with logs of many places', async () => {
    const folder = temporaryFolder()
    const most = 4_000_000
    const cache = diskCache(folder, most)
    const line = 'x'.repeat(100_000)
    for (let number = 0; number < 200; number++) await cache.append(key(number), [line])
    expect(weight(folder)).toBeLessThan(most * 1.2)
    expect(await cache.lines(key(199))).toEqual([line])
  })

  it('takes a log that is read for one that is used', async () => {
    const folder = temporaryFolder()
    const cache = diskCache(folder)
    await cache.append(key(1), ['a'])
    const [path = ''] = files(join(folder, 'builds'))
    utimesSync(path, 1, 1)
    await cache.lines(key(1))
    expect(Date.now() - statSync(path).mtimeMs).toBeLessThan(60_000)
  })

  it('removes nothing that is not its own', async () => {
    const folder = temporaryFolder()
    const cache = diskCache(folder, 1_000_000)
    const old = new Date(0)
    const foreign = ['builds/release.zip', 'builds/2019/release.jsonl', 'blobs/mine', 'blobs/00/mine.draft']
    for (const path of foreign) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), 'mine')
      utimesSync(join(folder, path), old, old)
    }
    const blob = key(1).slice(2)
    const drafts = [`blobs/00/${blob}.1-0-1.draft`, `builds/${key(1)}.jsonl.1-0-1.draft`]
    for (const path of drafts) {
      writeFileSync(join(folder, path), 'torn')
      utimesSync(join(folder, path), old, old)
    }
    for (let number = 0; number < 8; number++) await cache.put(key(number), new Uint8Array(300_000))
    expect(await cache.get(key(0))).toBeUndefined()
    expect(foreign.filter(path => !existsSync(join(folder, path)))).toEqual([])
    expect(drafts.filter(path => existsSync(join(folder, path)))).toEqual([])
  })

  it('lets go of what V8 made long ago, and of nothing else there', async () => {
    const folder = temporaryFolder()
    const at = (...path: string[]) => join(folder, 'compiled', ...path)
    const long = new Date(Date.now() - 100 * 86_400_000)
    mkdirSync(at('v24.1.0-x64-1a2b3c4d-0'), { recursive: true })
    mkdirSync(at('mine'))
    for (const path of [
      'v24.1.0-x64-1a2b3c4d-0/4ab87798',
      'v24.1.0-x64-1a2b3c4d-0/my notes',
      'mine/4ab87798',
    ]) {
      writeFileSync(at(path), '')
      utimesSync(at(path), long, long)
    }
    writeFileSync(at('v24.1.0-x64-1a2b3c4d-0/5ab87798'), '')
    await sweep(folder, 1)
    expect(files(folder).map(path => path.slice(at('').length + 1))).toEqual([
      'mine/4ab87798',
      'v24.1.0-x64-1a2b3c4d-0/5ab87798',
      'v24.1.0-x64-1a2b3c4d-0/my notes',
    ])
  })

  it('gives lines in their order, without one that is torn', async () => {
    const folder = temporaryFolder()
    const cache = diskCache(folder)
    expect(await cache.lines(key(1))).toEqual([])
    await cache.append(key(1), ['a', 'b'])
    await cache.append(key(1), ['c'])
    expect(await cache.lines(key(1))).toEqual(['a', 'b', 'c'])
    const [path = ''] = files(folder)
    truncateSync(path, statSync(path).size - 1)
    expect(await cache.lines(key(1))).toEqual(['a', 'b'])
    await cache.replace(key(1), ['d'])
    expect(await cache.lines(key(1))).toEqual(['d'])
  })

  it('takes no harm of a line after a torn one', async () => {
    const folder = temporaryFolder()
    const cache = diskCache(folder)
    await cache.append(key(1), ['{"a":1}'])
    const [path = ''] = files(folder)
    truncateSync(path, 4)
    await cache.append(key(1), ['{"b":2}'])
    expect((await cache.lines(key(1))).at(-1)).toBe('{"b":2}')
  })

  it.skipIf(process.getuid?.() === 0)('goes without where it may not write', async () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o500)
    const cache = diskCache(join(folder, 'cache'))
    await cache.put(key(1), bytes('one'))
    await cache.append(key(1), ['a'])
    expect(await cache.get(key(1))).toBeUndefined()
    expect(await cache.lines(key(1))).toEqual([])
  })

  it.skipIf(process.platform !== 'linux')('goes without where no folder can be made', async () => {
    const cache = diskCache('/proc/nothing/at/all')
    await cache.put(key(1), bytes('one'))
    await cache.append(key(1), ['a'])
    await cache.replace(key(1), ['a'])
    expect(await cache.get(key(1))).toBeUndefined()
    expect(await cache.lines(key(1))).toEqual([])
  })

  it('goes without where a file is in the way', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'cache'), 'a file')
    const cache = diskCache(join(folder, 'cache'))
    await cache.put(key(1), bytes('one'))
    await cache.append(key(1), ['a'])
    await cache.replace(key(1), ['a'])
    expect(await cache.get(key(1))).toBeUndefined()
    expect(await cache.lines(key(1))).toEqual([])
  })
})

describe('the folder of the cache', () => {
  it('is the one that is named, the system’s, or none', () => {
    expect(cacheFolder({ TRIFOLD_CACHE_DIR: '/somewhere' }, 'linux')).toBe('/somewhere')
    expect(cacheFolder({ TRIFOLD_CACHE_DIR: 'off' }, 'linux')).toBeUndefined()
    expect(cacheFolder({ XDG_CACHE_HOME: '/caches' }, 'linux')).toBe('/caches/trifold')
    expect(cacheFolder({ XDG_CACHE_HOME: 'caches' }, 'linux')).toMatch(/\.cache\/trifold$/)
    expect(cacheFolder({}, 'darwin')).toMatch(/Library\/Caches\/trifold$/)
  })
})
