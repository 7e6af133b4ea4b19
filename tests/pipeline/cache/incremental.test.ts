import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Format } from '../../../pipeline/article.js'
import { memoryCache } from '../../../pipeline/world/memory-cache.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { anArticle, type MemoryPublication, memoryPublication } from '../../support/memory-publication.js'
import { smallPng } from '../../support/small-png.js'

const config =
  'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nurl: https://example.org/letters\nepub: { cover: none }\nemail: { unsubscribe: https://example.org/u }\n'

const pictured = '![A mill by the water](mill.png)\n'

const [blue, red] = [await smallPng(), await smallPng('#993333')]

const three = () => ({
  'trifold.yaml': config,
  'content/a.md': anArticle('A'),
  'content/b.md': anArticle('B') + pictured,
  'content/mill.png': blue,
  'content/whole/issue.yaml': 'title: Whole\ndate: 2026-03-20\narticles: [one.md, two.md]\n',
  'content/whole/one.md': anArticle('One'),
  'content/whole/two.md': anArticle('Two'),
})

const formats: readonly Format[] = ['email', 'epub', 'web']

/** What a build makes: the slugs of the issues that it did not find up to date. */
async function made(
  publication: MemoryPublication,
  { only, ...options }: { only?: readonly Format[]; strict?: boolean; force?: boolean } = {},
): Promise<string[]> {
  const { issues } = await publication.build([], only ?? formats, options)
  return issues.filter(issue => !issue.upToDate).map(({ slug }) => slug)
}

async function built(files: Record<string, string | Uint8Array> = three()): Promise<MemoryPublication> {
  const publication = memoryPublication(files, { cache: memoryCache() })
  await made(publication)
  return publication
}

describe('a build after a build', () => {
  it('makes nothing where nothing changed, and leaves the same files', async () => {
    const publication = await built()
    const before = publication.built()
    expect(await made(publication)).toEqual([])
    expect(publication.built()).toEqual(before)
  })

  it.each<[string, (publication: MemoryPublication) => Promise<void>, string[]]>([
    ['an article', p => p.write('content/a.md', anArticle('A', '2026-03-21')), ['a']],
    ['an article of several', p => p.write('content/whole/two.md', anArticle('Other')), ['whole']],
    ['what says which', p => p.write('content/whole/issue.yaml', 'title: W\ndate: 2026-03-20\n'), ['whole']],
    ['a picture', p => p.write('content/mill.png', red), ['b']],
    ['a picture that is gone', p => p.remove('content/mill.png'), ['b']],
    ['an article among several', p => p.write('content/whole/three.md', anArticle('Three')), ['whole']],
    ['the config', p => p.write('trifold.yaml', `${config}publisher: Us\n`), ['a', 'b', 'whole']],
    ['how it is sent', p => p.write('trifold.yaml', `${config}sending: { pace: { connections: 2 } }\n`), []],
    ['a file that was built', p => p.write('dist/a/email.html', 'Mine'), ['a']],
    ['a file that is gone', p => p.remove('dist/b/index.html'), ['b']],
    ['the report', p => p.remove('dist/b/report.json'), ['b']],
    ['nothing that is read', p => p.write('content/notes.txt', 'Mine'), []],
    ['the same bytes', p => p.write('content/a.md', anArticle('A')), []],
    ['a new article', p => p.write('content/c.md', anArticle('C')), ['c']],
  ])('after a change of %s makes what depends on it', async (_, change, expected) => {
    const publication = await built()
    await change(publication)
    expect(await made(publication)).toEqual(expected)
    const anew = memoryPublication(
      Object.fromEntries([...publication.world.files.all()].map(([path, bytes]) => [path.slice(3), bytes])),
    )
    await anew.remove('dist')
    await made(anew)
    expect(publication.built()).toEqual(anew.built())
    expect(await made(publication)).toEqual([])
  })

  it('makes all that is asked for by force, strictly, or in other formats', async () => {
    const publication = await built()
    expect(await made(publication, { force: true })).toEqual(['a', 'b', 'whole'])
    expect(await made(publication, { strict: true })).toEqual(['a', 'b', 'whole'])
    expect(await made(publication, { only: ['email'] })).toEqual(['a', 'b', 'whole'])
    expect(await made(publication, { only: ['email'] })).toEqual([])
    // The report was of the email's findings alone.
    expect(await made(publication)).toEqual(['a', 'b', 'whole'])
    expect(await made(publication)).toEqual([])
  })

  it('says again what there was to say', async () => {
    const publication = await built({
      ...three(),
      'content/a.md': `${anArticle('A')}[here](https://example.org/x)\n`,
    })
    const { messages } = await publication.build([], formats, { force: true })
    expect(messages.length).toBeGreaterThan(0)
    const again = await publication.build([], formats)
    expect(again.issues.every(issue => issue.upToDate)).toBe(true)
    expect(again.messages).toEqual(messages)
    expect(again.messages.map(String)).toEqual(messages.map(String))
  })

  it('tries again what failed', async () => {
    const publication = await built({
      ...three(),
      'content/b.md': anArticle('B') + pictured.replace('mill.png', 'gone.png'),
    })
    const strictly = () => made(publication, { strict: true })
    expect(await strictly()).toEqual(['a', 'b', 'whole'])
    expect(await strictly()).toEqual(['b'])
    await publication.write('content/gone.png', red)
    expect(await strictly()).toEqual(['b'])
    expect(await strictly()).toEqual([])
  })

  it.each([
    ['a browser that fails', async () => Promise.reject(new Error('It would not start')), ['a', 'f']],
    ['no browser at all', undefined, []],
  ])('says again what it goes without for %s', async (_, browser, expected) => {
    const files = {
      'trifold.yaml': config.replace('epub: { cover: none }\n', ''),
      'content/a.md': anArticle('A'),
      'content/f.md': `${anArticle('F')}\n$$\nx^2\n$$\n`,
    }
    const publication = memoryPublication(files, {
      cache: memoryCache(),
      packages: packageReader([]),
      ...(browser && { browser }),
    })
    const { lines } = publication.world.log
    await made(publication)
    const told = [...lines]
    for (const lack of ['no cover drawn', 'no preview image drawn', 'Formulas stand as'])
      expect(told.join('\n')).toContain(lack)
    expect(await made(publication)).toEqual(expected)
    expect(lines.slice(told.length).sort()).toEqual(told.sort())
  })

  it('does not take a slug that is another’s by now', async () => {
    const publication = await built()
    await publication.write('content/a.md', anArticle('A', '2026-03-20', 'slug: b\n'))
    const { messages } = await publication.build([], formats)
    expect(messages.map(({ ruleId, file }) => [ruleId, file])).toContainEqual(['slug-taken', 'content/b.md'])
  })

  it('leaves a draft alone, and makes it once it is none', async () => {
    const publication = await built({
      ...three(),
      'content/d.md': anArticle('D', '2026-03-20', 'draft: true\n'),
    })
    expect(await made(publication)).toEqual([])
    await publication.write('content/d.md', anArticle('D'))
    expect(await made(publication)).toEqual(['d'])
  })

  it('is not led by what another Trifold wrote, or half of it', async () => {
    const cache = memoryCache()
    const publication = memoryPublication(three(), { cache })
    await made(publication)
    const torn = { ...cache, lines: async () => ['', '{', '{"key":1}', '[]', 'null'] }
    const other = memoryPublication(three(), { cache: torn })
    await made(other)
    expect(await made(other)).toEqual(['a', 'b', 'whole'])
  })
})

/** Two publications of one disk and one cache: what one does while the other is at an operation. */
async function meanwhile(
  when: (operation: string, path: string) => boolean,
  what: (publication: MemoryPublication) => Promise<unknown>,
  paths: readonly string[] = [],
): Promise<MemoryPublication> {
  const publication = memoryPublication(three(), { cache: memoryCache() })
  const { files } = publication.world
  let isDone = false
  const strike = async (operation: string, path: string) => {
    if (isDone || !when(operation, path)) return
    isDone = true
    await what({ ...publication, world: { ...publication.world, files } })
  }
  const struck = memoryPublication({}, { cache: publication.world.cache })
  Object.assign(struck.world.files, {
    ...files,
    write: async (path: string, bytes: Uint8Array) => {
      await strike('to be written', path)
      await files.write(path, bytes)
      await strike('written', path)
    },
  })
  await struck.build(paths, formats)
  expect(isDone).toBe(true)
  return publication
}

describe('two builds at once', () => {
  it('are not taken for each other where one writes over what the other wrote', async () => {
    const publication = await meanwhile(
      (operation, path) => operation === 'written' && path.endsWith('/a/report.json'),
      async other => {
        await other.write('content/a.md', anArticle('Other'))
        await made(other)
        await other.write('content/a.md', anArticle('A'))
      },
    )
    await made(publication)
    expect(publication.text('dist/a/index.html')).toContain('Words of A.')
  })

  it('leave no archive that lacks an issue which the other wrote', async () => {
    const publication = await meanwhile(
      (operation, path) => operation === 'to be written' && dirname(path) === '/p/dist',
      other => other.build(['content/b.md'], formats),
      ['content/a.md'],
    )
    await publication.build(['content/a.md'], formats)
    expect(publication.text('dist/feed.xml')).toContain('Words of B.')
  })
})
