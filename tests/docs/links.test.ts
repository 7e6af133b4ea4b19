import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage } from './page.js'

const root = join(import.meta.dirname, '../..')
const docs = readdirSync(join(root, 'docs')).filter(name => name.endsWith('.md'))
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...docs.map(name => `docs/${name}`),
]

const withoutCode = (page: string) =>
  page.replace(/^(`{3,})[^\n]*\n.*?^\1$/gms, '').replace(/`[^`\n]+`/g, code => code.replace(/[[\]()]/g, ' '))

/** Ids as GitHub makes them of headings. */
const anchorsOf = (page: string) =>
  [...page.replace(/^(`{3,})[^\n]*\n.*?^\1$/gms, '').matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

describe.each(pages)('%s', path => {
  const page = readPage(path)
  const links = [...withoutCode(page).matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, to = '']) => to)

  test('links to files and places that are there', () => {
    const broken = links.filter(to => {
      const [file = '', anchor] = to.split('#')
      const target = file === '' ? path : posix.join(dirname(path), file)
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && !anchorsOf(readPage(target)).includes(anchor)
    })
    expect(broken).toEqual([])
  })

  test('names scripts of package.json', () => {
    const { scripts } = JSON.parse(readPage('package.json'))
    const named = [...page.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name)
    expect(named.filter(name => !(name in scripts))).toEqual([])
  })
})

test('docs/index.md lists every page of docs/', () => {
  const index = readPage('docs/index.md')
  expect(docs.filter(name => name !== 'index.md' && !index.includes(`(${name})`))).toEqual([])
})

test('CONTRIBUTING.md names files that are there', () => {
  const bases = [
    '',
    'pipeline/parse',
    'pipeline/config',
    'tests/fixtures',
    'tests/fixtures/elements/link',
    'tests/fixtures/pastes/poem',
    'tests/fixtures/config/empty',
    'tests/fixtures/markdown/web-page',
    'tests/fixtures/html/hostile',
    'tests/fixtures/silenced/block',
  ]
  const named = [...readPage('CONTRIBUTING.md').matchAll(/`([\w./-]+(?:\.\w+|\/))`/g)].map(
    ([, name = '']) => name,
  )
  expect(named.length).toBeGreaterThan(20)
  expect(
    named.filter(name => name !== 'dist/' && !bases.some(base => existsSync(join(root, base, name)))),
  ).toEqual([])
})
