import { describe, expect, test } from 'vitest'
import type { PublishRequest, PublishResult } from '../../../pipeline/request.js'
import { anArticle } from '../../support/memory-publication.js'
import { five, type Machine, machine } from './publication.js'

type Files = ReturnType<typeof five>

const reasons = ({ messages }: Pick<PublishResult, 'messages'>) =>
  messages.map(
    ({ ruleId, file, line, column, fatal, reason }) =>
      `${ruleId} ${[file, line, column].filter(Boolean).join(':')} ${fatal} ${reason}`,
  )

const web = { formats: ['web'] } as const
const all = { formats: ['email', 'epub', 'web'] } as const

/** Builds shards, each on a machine of its own, and brings their folders to one more. */
async function farm({
  files = five(),
  shards = ['1/3', '2/3', '3/3'],
  options = web,
  onMachine = () => ({}),
  home = machine(files),
}: {
  files?: Files
  shards?: readonly string[]
  options?: Partial<PublishRequest>
  onMachine?: (shard: string) => {
    files?: Files
    env?: Record<string, string>
    options?: Partial<PublishRequest>
  }
  home?: Machine
} = {}): Promise<{ home: Machine; folders: string[] }> {
  const folders: string[] = []
  for (const shard of shards) {
    const root = `/farm/${shard.replace('/', '-of-')}`
    const own = onMachine(shard)
    const built = machine(own.files ?? files, root, own)
    await built.build(shard, {
      ...options,
      outputDir: `${root}/out`,
      ...own.options,
    })
    const folder = `shards/${shard.replace('/', '-')}`
    await home.put(folder, built.files('out'))
    folders.push(folder)
  }
  return { home, folders }
}

async function whole(files: Files = five(), options: Partial<PublishRequest> = web) {
  const one = machine(files)
  const result = await one.build(undefined, options)
  return { result, files: one.files('dist') }
}

describe('shards', () => {
  test('have each issue once, and no page around them', async () => {
    const { home, folders } = await farm()
    const built = folders.map(folder => Object.keys(home.files(folder)))
    expect(built.map(paths => paths.filter(path => path.endsWith('/report.json')))).toEqual([
      ['moon/report.json'],
      ['eel/report.json', 'tides/report.json'],
      ['the-mill/report.json', 'wheel/report.json'],
    ])
    expect(built.map(paths => paths.filter(path => !path.includes('/')))).toEqual(
      Array(3).fill(['shard.json']),
    )
  })

  test('have nothing in their account of the machine that built them', async () => {
    const { home, folders } = await farm()
    const [first = ''] = folders
    expect(home.files(first)['shard.json']).not.toContain('farm')
    const again = await farm({ onMachine: () => ({ env: { HOME: '/elsewhere' } }) })
    expect(again.home.files(first)).toEqual(home.files(first))
  })

  test('leave no account where a build does not come to its end', async () => {
    const one = machine()
    await one.build('1/2', web)
    await expect(
      one.build('1/2', { ...web, force: true, signal: AbortSignal.abort(new Error('Stopped')) }),
    ).rejects.toThrow('Stopped')
    expect(Object.keys(one.files('dist'))).not.toContain('shard.json')
  })

  test('of a build that finds its share up to date are the same', async () => {
    const one = machine()
    await one.build('2/2', web)
    const before = one.files('dist')
    const { issues } = await one.build('2/2', web)
    expect(issues.map(({ upToDate }) => upToDate)).toEqual([true, true, true])
    expect(one.files('dist')).toEqual(before)
  })

  test('are no reason for a build of all in their folder to leave out the pages around', async () => {
    const one = machine()
    const shard = await one.build('1/1', web)
    expect(shard.run).toBeUndefined()
    await one.build(undefined, web)
    expect(one.files('dist')).toMatchObject((await whole()).files)
  })
})

describe('a merge', () => {
  test.each([
    ['as they are', (folders: string[]) => folders],
    ['the other way round', (folders: string[]) => folders.toReversed()],
    ['in another order', ([a = '', ...rest]: string[]) => [...rest, a]],
  ])('writes the bytes of one build, with the folders %s', async (_, order) => {
    const one = await whole(five(), all)
    const { home, folders } = await farm({ options: all })
    const merged = await home.merge(order(folders))
    expect(home.files('dist')).toEqual(one.files)
    expect(Object.keys(one.files)).toEqual(
      expect.arrayContaining(['feed.xml', 'tides/tides.epub', 'eel/email.eml']),
    )
    expect(merged.site.length).toBe(one.result.site.length)
    expect(reasons(merged)).toEqual(reasons(one.result))
    expect(reasons(merged)).toContainEqual(expect.stringContaining('image-alt content/eel.md:10:1'))
    expect(merged.issues.filter(({ draft }) => draft)).toHaveLength(1)
  })

  test.each([1, 2, 7, 12])('of %i shards writes them too, some with no issue', async of => {
    const shards = Array.from({ length: of }, (_, at) => `${at + 1}/${of}`)
    const { home, folders } = await farm({ shards })
    await home.merge(folders)
    expect(home.files('dist')).toEqual((await whole()).files)
  })

  test('of articles that were named is as a build of those', async () => {
    const named = (root: string) => ['wheel.md', 'tides', 'eel.md'].map(name => `${root}/content/${name}`)
    const one = machine()
    await one.build(undefined, web)
    await one.build(undefined, { ...web, paths: named('/p') })
    const home = machine()
    await home.build(undefined, web)
    const { folders } = await farm({
      home,
      onMachine: shard => ({ options: { paths: named(`/farm/${shard.replace('/', '-of-')}`) } }),
    })
    await home.merge(folders)
    expect(home.files('dist')).toEqual(one.files('dist'))
    expect(home.files('dist')['index.html']).toContain('Moon')
  })

  test('over an earlier one keeps what an error stopped, and takes away what is used no more', async () => {
    const changed = {
      ...five(),
      'content/eel.md': `${anArticle('Eel', '2026-02-01').replace('authors', 'toc: perhaps\nauthors')}`,
      'content/mill.md': anArticle('Mill', '2026-03-01', 'slug: the-mill\n'),
      'content/moon.md': anArticle('Moon', '2026-03-02', 'draft: true\n'),
    }
    const one = machine()
    await one.build(undefined, web)
    for (const [path, text] of Object.entries(changed))
      await one.world.files.write(`/p/${path}`, Buffer.from(text))
    const built = await one.build(undefined, web)
    const home = machine()
    await home.build(undefined, web)
    const { folders } = await farm({ files: changed, home })
    const merged = await home.merge(folders)
    expect(home.files('dist')).toEqual(one.files('dist'))
    expect(JSON.parse(home.files('dist')['eel/report.json'] ?? '').formats.web.state).toBe('stale')
    expect(reasons(merged)).toEqual(reasons(built))
    expect(merged.messages.some(({ fatal }) => fatal)).toBe(true)
  })

  test('a source that cannot be read is told again, and takes nothing out of the archive', async () => {
    const files = { ...five(), 'content/eel.md': '\n' }
    const one = await whole(files)
    const { home, folders } = await farm({ files })
    const merged = await home.merge(folders)
    expect(reasons(merged)).toEqual(reasons(one.result))
    expect(reasons(merged)).toContainEqual(expect.stringMatching(/^article-empty content\/eel\.md/))
    expect(home.files('dist')).toEqual(one.files)
  })

  test('takes folders that are named by a link', async () => {
    const home = machine(five(), '/p', { links: { '/p/linked': '/p/shards' } })
    const { folders } = await farm({ home })
    await home.merge(folders.map(folder => folder.replace('shards', 'linked')))
    expect(home.files('dist')).toEqual((await whole()).files)
  })

  test('where a disk is full tells of it, and leaves the issue as it was', async () => {
    const { home, folders } = await farm()
    const write = home.world.files.write
    home.world.files.write = async (path, bytes) => {
      if (path === '/p/dist/eel/report.json') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
      await write(path, bytes)
    }
    const merged = await home.merge(folders)
    expect(reasons(merged)).toContainEqual(
      expect.stringMatching(/^output-unwritable dist\/eel.*the disk is full/),
    )
    const made = Object.keys(home.files('dist'))
    expect(made.filter(path => path.startsWith('eel/'))).toEqual([])
    expect(made).toContain('wheel/index.html')
  })
})

describe('a merge is refused, and nothing written,', () => {
  async function refused(
    { home, folders }: { home: Machine; folders: readonly string[] },
    ...said: (string | RegExp)[]
  ) {
    const merged = await home.merge(folders)
    expect(reasons(merged)).toEqual(said.map(words => expect.stringMatching(words)))
    expect(merged.messages.every(({ fatal }) => fatal)).toBe(true)
    expect(home.files('dist')).toEqual({})
    expect(home.world.log.messages.slice(-said.length)).toEqual(merged.messages)
  }

  test('for two issues of one slug in different shards, both of them named', async () => {
    const files = { ...five(), 'content/moon.md': anArticle('Moon', '2026-03-02', 'slug: eel\n') }
    await refused(
      await farm({ files }),
      /^slug-taken content\/moon\.md.*slug `eel`, which content\/eel\.md has; give one/,
    )
  })

  test('for two of one slug in one shard, which that was told of', async () => {
    const files = {
      ...five(),
      'content/tides/issue.yaml': 'title: T\nslug: eel\narticles: [one.md, two.md]\n',
    }
    await refused(
      await farm({ files }),
      /^slug-taken content\/tides\/issue\.yaml.*which content\/eel\.md has/,
    )
  })

  test('but not for a draft that has the slug of another', async () => {
    const files = { ...five(), 'content/bell.md': anArticle('B', '2026-03-02', 'slug: eel\ndraft: true\n') }
    const { home, folders } = await farm({ files })
    await home.merge(folders)
    expect(home.files('dist')).toEqual((await whole(files)).files)
  })

  test('where a shard is missing, or there twice', async () => {
    const { home, folders } = await farm()
    const [a = '', b = '', c = ''] = folders
    await refused(
      { home, folders: [c, a] },
      /^shard-set shards\/1-3.*set of 2 of 3 shards, expected all; build 2\/3 with `--shard`/,
    )
    await refused(
      { home, folders: [b, a, b, c] },
      /^shard-set shards\/2-3.*shard 2 of 3, which shards\/2-3 is; name each shard once/,
    )
    await refused({ home, folders: [a, b, 'shards/gone'] }, /^shard-set shards\/gone.*no folder is there/)
    await refused({ home, folders: [a, b, 'content'] }, /^shard-set content.*without `shard\.json`/)
  })

  test('for shards of another number', async () => {
    await refused(
      await farm({ shards: ['1/3', '2/4'] }),
      /^shard-set shards\/2-4.*shard of 4, expected one of 3, as shards\/1-3 is/,
    )
  })

  test.each<[string, Parameters<typeof farm>[0] & object, RegExp]>([
    [
      'config',
      {
        onMachine: s =>
          s === '2/3' ? { files: { ...five(), 'trifold.yaml': 'name: Other\nlang: en\n' } } : {},
      },
      /config `[0-9a-f]{40}`, expected `[0-9a-f]{40}` as in shards\/1-3; build and merge all from one checkout/,
    ],
    [
      'formats',
      { onMachine: s => (s === '2/3' ? { options: { formats: ['web', 'email'] } } : {}) },
      /formats `web,email`, expected `web` as in/,
    ],
    [
      'strictness',
      { onMachine: s => (s === '2/3' ? { options: { strict: true } } : {}) },
      /`--strict` `true`/,
    ],
    [
      'date of files',
      { onMachine: s => (s === '2/3' ? { env: { SOURCE_DATE_EPOCH: '1' } } : {}) },
      /`SOURCE_DATE_EPOCH` `1`, expected none as/,
    ],
    [
      'folder',
      { onMachine: s => (s === '2/3' ? { options: { cwd: '/farm/2-of-3/content' } } : {}) },
      /working folder `content`, expected `\.` as/,
    ],
    [
      'content',
      { onMachine: s => (s === '2/3' ? { files: { ...five(), 'content/new.md': anArticle('New') } } : {}) },
      /other articles than shards\/1-3 was built from/,
    ],
  ])('for a shard of another %s', async (_, other, said) => {
    const built = await farm(other)
    await refused(built, new RegExp(`^shard-set shards/2-3.*${said.source}`))
  })

  test('for a config that is another where they are merged', async () => {
    const home = machine({ ...five(), 'trifold.yaml': 'name: Other\nlang: en\n' })
    await refused(await farm({ home }), /^shard-set shards\/1-3.*config.*as here/)
  })

  test('for a config in code that does something else', async () => {
    const { 'trifold.yaml': _, ...content } = five()
    const config = (word: string) => ({
      ...content,
      'trifold.config.mjs': `export default { name: 'N', lang: 'en', templates: { web: { elements: { em: () => ['${word}'] } } } }`,
    })
    const onMachine = (shard: string) => (shard === '2/3' ? { files: config('two') } : {})
    await refused(await farm({ files: config('one'), onMachine }), /^shard-set shards\/2-3.*config/)
    const same = await farm({ files: config('one') })
    expect((await same.home.merge(same.folders)).issues).toHaveLength(6)
  })

  const account = async (change: (account: Record<string, unknown>) => void) => {
    const built = await farm()
    const text = built.home.files('shards/2-3')['shard.json'] ?? ''
    const parsed = JSON.parse(text)
    change(parsed)
    await built.home.put('shards/2-3', { 'shard.json': JSON.stringify(parsed) })
    return built
  }

  test.each<[string, (account: Record<string, unknown>) => void, RegExp]>([
    ['has more keys', a => Object.assign(a, { other: 1 }), /shard-set shards\/2-3.*content of `shard\.json`/],
    ['is of a number there is not', a => Object.assign(a, { shard: 4 }), /content of `shard\.json`/],
    ['lacks one', a => delete a.sources, /content of `shard\.json` at `sources`/],
    [
      'was built by another Trifold',
      a => Object.assign(a.terms as object, { trifold: '0.0.1' }),
      /version of Trifold `0\.0\.1`/,
    ],
    [
      'had another browser',
      a => Object.assign(a.terms as object, { browser: 'Chrome/1' }),
      /browser `Chrome\/1`, expected `none`/,
    ],
    ['ran on another Node', a => Object.assign(a.terms as object, { node: 'v0' }), /Node `v0`/],
    ['lacks an issue', a => Object.assign(a, { issues: [] }), /issues in the accounts/],
  ])('for a shard whose account %s', async (_, change, said) => {
    const built = await account(change)
    const merged = await built.home.merge(built.folders)
    expect(reasons(merged)).toEqual([expect.stringMatching(said)])
    expect(built.home.files('dist')).toEqual({})
  })

  test.each([
    ['../../content/mill.png', 'path within the folder'],
    ['/p/content/mill.png', 'path within the folder'],
    ['..', 'path within the folder'],
    ['images/../index.html', 'path within the folder'],
    ['images\\..\\index.html', 'path within the folder'],
    ['.htaccess', 'path within the folder'],
    ['report.json', 'path within the folder'],
  ])('for a report that lists %s', async path => {
    const { home, folders } = await farm()
    const report = JSON.parse(home.files('shards/2-3')['eel/report.json'] ?? '')
    report.formats.web.files[0].path = path
    await home.put('shards/2-3', { 'eel/report.json': JSON.stringify(report) })
    await refused(
      { home, folders },
      /^shard-file shards\/2-3.*`eel\/report\.json` at `formats\.web\.files\.0\.path`/,
    )
  })

  test.each(['..', '../eel', '', '.', 'eel/images', 'con', '/p/content', 'eel\u0000'])(
    'for an issue of the slug %j',
    async slug => {
      const built = await account(a => {
        const [first] = a.issues as { slug: string }[]
        if (first) first.slug = slug
      })
      await refused(built, /^shard-file shards\/2-3.*slug `/)
    },
  )

  test('for a file that is not what the report says, or not there', async () => {
    const { home, folders } = await farm()
    const page = home.files('shards/2-3')['eel/index.html'] ?? ''
    await home.put('shards/2-3', { 'eel/index.html': page.replace('Eel', 'Ale') })
    await refused({ home, folders }, /^shard-file shards\/2-3.*bytes in `eel\/index\.html`/)
    await home.world.files.remove('/p/shards/2-3/eel/index.html')
    await refused(
      { home, folders },
      /^shard-file shards\/2-3.*want of `eel\/index\.html`, which its report lists/,
    )
    await home.world.files.remove('/p/shards/2-3/eel/report.json')
    await refused({ home, folders }, /^shard-file shards\/2-3.*want of `eel\/report\.json`/)
  })

  test('for links, wherever they lead', async () => {
    for (const [link, to] of [
      ['shards/2-3/eel/index.html', '/secret/index.html'],
      ['shards/2-3/eel', '/secret'],
      ['shards/2-3/shard.json', '/secret/shard.json'],
    ] as const) {
      const { home: plain, folders } = await farm()
      const home = machine(five(), '/p', { links: { [`/p/${link}`]: to } })
      const all = folders.flatMap(folder =>
        Object.entries(plain.files(folder)).map(([path, text]) => [`${folder}/${path}`, text] as const),
      )
      for (const [path, text] of all) {
        const isLinked = path === link || path.startsWith(`${link}/`)
        const place = isLinked ? path.replace(link, to) : `/p/${path}`
        await home.world.files.write(place, Buffer.from(text, 'latin1'))
      }
      const merged = await home.merge(folders)
      expect(reasons(merged)).toEqual([
        expect.stringMatching(/^shard-(?:file|set) shards\/2-3.*(?:want of|without)/),
      ])
      expect(home.files('dist')).toEqual({})
    }
  })

  test('and nothing is taken that no report lists', async () => {
    const { home, folders } = await farm()
    await home.put('shards/2-3', { 'eel/evil.js': '1', 'evil.html': '1', 'other/index.html': '1' })
    await home.merge(folders)
    expect(home.files('dist')).toEqual((await whole()).files)
  })
})
