import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadConfig } from '../../../pipeline/config/load.js'
import { readSetting, type Settings } from '../../../pipeline/new/settings.js'
import { starterFiles } from '../../../pipeline/new/starter.js'
import { version } from '../../../pipeline/version.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { projectRoot } from '../../support/built-samples.js'

const packages = packageReader([])

/** The files of a publication in /p, as text. */
async function starter(settings: Settings, own = '/x/node_modules/trifold'): Promise<Map<string, string>> {
  const world = memoryWorld({ packages, packagePath: path => path.replace('trifold', own) })
  const files = await starterFiles(settings, '/p', world)
  return new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]))
}

const plain = { name: 'N', lang: 'en' }
const configIn = (yaml: string | undefined) =>
  loadConfig(memoryWorld({ files: { '/p/trifold.yaml': yaml ?? '' } }), { folder: '/p' })

describe('trifold.yaml', () => {
  test.each([
    'Slack Water: a "letter", #1',
    "'single'",
    '# not a comment',
    '- no list',
    '{ no: map }',
    '&no *anchor',
    '!!no tag',
    '| no block',
    'null',
    '~',
    '007',
    '1e3',
    'yes',
    '2026-01-01',
    '🌊 潮 مدّ',
    '$& $1 $$',
    '\\ \\n',
    '%TAG',
    '@at `tick`',
    'ends in a colon:',
    ' spaces ',
    'x\u0000\u001b[31m',
    `${'long '.repeat(60)}end`,
    'a\r\nb: c\nd: e',
  ])('keeps %j as it was typed', async typed => {
    const read = (key: 'name' | 'publisher' | 'address') => {
      const setting = readSetting(key, typed)
      return ('value' in setting && setting.value) || 'nothing'
    }
    const settings = {
      name: read('name'),
      publisher: read('publisher'),
      address: read('address'),
      lang: 'ar',
      url: 'https://example.org/#a',
    }
    const { config, messages } = await configIn((await starter(settings)).get('trifold.yaml'))
    expect(config.publication).toMatchObject(settings)
    expect(messages).toEqual([])
  })

  test('says nothing of what was not said', async () => {
    const { config } = await configIn((await starter(plain)).get('trifold.yaml'))
    expect(Object.keys(config.publication).sort()).toEqual(['email', 'lang', 'name', 'tokens'])
    expect(config.formats).toEqual(['email', 'pdf', 'epub', 'web'])
  })

  test('every line that waits to be used can be', async () => {
    const yaml = (await starter(plain)).get('trifold.yaml') ?? ''
    const used = yaml.replace(/^( *)# (\w+: )/gm, '$1$2')
    const { config } = await configIn(used)
    expect(Object.keys(parse(used))).toEqual([
      'name',
      'publisher',
      'lang',
      'address',
      'url',
      'email',
      'formats',
    ])
    expect(Object.keys(config.publication.email).sort()).toEqual(['from', 'profile', 'unsubscribe', 'why'])
  })
})

test('what waits for sending can be used, and comes first to a folder', async () => {
  const yaml = (await starter(plain)).get('trifold.yaml') ?? ''
  const [block = ''] = /^# sending:\n(?:# .*\n)+/m.exec(yaml) ?? []
  const { config, messages } = await configIn(yaml.replace(block, block.replace(/^# /gm, '')))
  expect(messages).toEqual([])
  expect(config.sending).toMatchObject({
    url: 'https://letters.example.org',
    outbox: '/p/outbox',
    smtp: { host: 'smtp.example.org', user: 'you@example.org', tls: 'starttls' },
  })
})

describe('README.md', () => {
  test.each(['My letter', '*Not* _emphasis_ <b>', '# 1. `x` [y](z)'])('is headed %s', async name => {
    const page = (await starter({ ...plain, name })).get('README.md') ?? ''
    const [heading] = fromMarkdown(page).children
    expect(heading).toMatchObject({ type: 'heading', depth: 1, children: [{ type: 'text', value: name }] })
  })

  test('explains every file that is made', async () => {
    const files = await starter(plain)
    const page = files.get('README.md') ?? ''
    for (const path of files.keys())
      expect(page).toContain(`\`${path.startsWith('content/images/') ? 'content/images/' : path}\``)
  })
})

test('what the files name in the package is there', async () => {
  const named = [...(await starter(plain)).values()].flatMap(text => [
    ...text.matchAll(/node_modules\/trifold\/([\w/.-]*\w)/g),
  ])
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter(([, path = '']) => !existsSync(join(projectRoot, path)))).toEqual([])
})

test('package.json names this version, or this copy where it is a checkout', async () => {
  const wanted = async (own: string) =>
    JSON.parse((await starter(plain, own)).get('package.json') ?? '').devDependencies
  expect(await wanted('/x/node_modules/trifold')).toEqual({ trifold: version() })
  expect(await wanted('/x/trifold-main')).toEqual({ trifold: 'file:../x/trifold-main' })
})

test('.gitignore is what npm would not pack by that name', async () => {
  const files = await starter(plain)
  expect(files.get('.gitignore')).toBe(readFileSync(join(projectRoot, 'starter/gitignore'), 'utf8'))
  expect(files.get('.gitignore')?.split('\n')).toEqual(
    expect.arrayContaining(['dist/', 'node_modules/', '.trifold/', 'readers/', 'outbox/']),
  )
})
