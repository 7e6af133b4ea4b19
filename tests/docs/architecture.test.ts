import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPage } from './page.js'

const root = join(import.meta.dirname, '../..')
const page = readPage('ARCHITECTURE.md')

interface Source {
  /** From the root. */
  readonly path: string
  readonly text: string
  /** What it imports: paths from the root, or names of packages. */
  readonly imports: readonly string[]
}

const sources = ['pipeline', 'templates'].flatMap(sourcesIn)

function sourcesIn(folder: string): Source[] {
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return files
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => {
      const file = join(entry.parentPath, entry.name)
      const text = readFileSync(file, 'utf8')
      const specifiers = [...text.matchAll(/(?:from|import) ?\(?'([^'\n]+)'/g)].map(([, to = '']) => to)
      const imports = specifiers.map(to =>
        to.startsWith('.') ? relative(root, join(dirname(file), to)).replace(/\.js$/, '') : to,
      )
      return { path: relative(root, file), text, imports }
    })
}

/** Imports that a rule does not allow, as `who imports what`. */
const breaches = (within: (path: string) => boolean, forbidden: (to: string, from: string) => boolean) =>
  sources
    .filter(({ path }) => within(path))
    .flatMap(({ path, imports }) =>
      imports.filter(to => forbidden(to, path)).map(to => `${path} imports ${to}`),
    )

const inTemplates = (path: string) => path.startsWith('templates/')
const formatOf = (path: string) => /^templates\/(email|epub|print|web)\//.exec(path)?.[1]

describe('imports run one way', () => {
  test('there are some to look at', () => {
    expect(sources.length).toBeGreaterThan(200)
    expect(sources.flatMap(({ imports }) => imports).filter(inTemplates).length).toBeGreaterThan(200)
  })

  test('only the command line imports the command line', () => {
    expect(
      breaches(
        path => !path.startsWith('pipeline/cli/'),
        to => to.startsWith('pipeline/cli/'),
      ),
    ).toEqual([])
  })

  test('no stage imports what runs the stages', () => {
    const runners = /^pipeline\/(?:publish|check-issues|verify|press|index)$/
    const callers = /^pipeline\/(?:cli\/|face\/|watch\/|shard\/|check-issues|verify|press|index)/
    expect(
      breaches(
        path => !callers.test(path),
        to => runners.test(to),
      ),
    ).toEqual([])
  })

  test('templates import of the pipeline only what touches nothing', () => {
    const allowed = [
      'article',
      'article-link',
      'changed-on',
      'licence',
      'vocabulary',
      'walk',
      'merge-tag',
      'assets/assets',
      'bind/epub/uuid',
    ].map(path => `pipeline/${path}`)
    expect(breaches(inTemplates, to => to.startsWith('pipeline/') && !allowed.includes(to))).toEqual([])
  })

  test('templates import no package but those of trees and strings', () => {
    const allowed = [
      'hast',
      'lean-qr',
      'xast',
      'hastscript/jsx-runtime',
      'xastscript/jsx-runtime',
      'string-width',
    ]
    const own = (to: string) => inTemplates(to) || to.startsWith('pipeline/')
    expect(breaches(inTemplates, to => !own(to) && !allowed.includes(to))).toEqual([])
  })

  test('the formats do not import one another', () => {
    const other = (to: string, from: string) => formatOf(to) !== undefined && formatOf(to) !== formatOf(from)
    expect(breaches(path => formatOf(path) !== undefined, other)).toEqual([])
  })

  test('files and processes are touched behind the door', () => {
    const door = /^pipeline\/(?:world\/|browser\/|version\.ts)/
    const world = /^node:(?:fs|child_process|net|http|https)(?:\/|$)/
    expect(
      breaches(
        path => !door.test(path),
        to => world.test(to),
      ),
    ).toEqual([])
  })
})

test('no clock and no randomness is asked', () => {
  const asks = /Date\.now\(|new Date\(\)|Math\.random\(|\brandomUUID\(|\brandomBytes\(/
  // The world's own files have the clock, for what is kept between runs; nothing that is written has it from there.
  const within = sources.filter(({ path }) => !path.startsWith('pipeline/world/'))
  expect(within.filter(({ text }) => asks.test(text)).map(({ path }) => path)).toEqual([])
})

test('no colour is named outside the tokens', () => {
  const colour = /['" :]#(?:[0-9a-f]{3}|[0-9a-f]{6})\b(?![-\w])/i
  const named = sources.filter(
    ({ path, text }) => inTemplates(path) && path !== 'templates/tokens.ts' && colour.test(text),
  )
  expect(named.map(({ path }) => path)).toEqual([])
})

describe('ARCHITECTURE.md', () => {
  test('names files and folders that are there', () => {
    const bases = [
      '',
      'pipeline',
      'pipeline/bind',
      'pipeline/send',
      'pipeline/transform',
      'tests',
      'tests/fixtures/elements/list',
    ]
    const named = [...page.matchAll(/`([\w./-]+(?:\.tsx?|\.mjs|\.md|\/))`/g)].map(([, path = '']) => path)
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter(path => !bases.some(base => existsSync(join(root, base, path))))).toEqual([])
  })

  test('has every folder on its map', () => {
    const [, map = ''] = /## The folders\n+```text\n(.*?)```/s.exec(page) ?? []
    const folders = (at: string) =>
      readdirSync(join(root, at), { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(({ name }) => name)
    for (const name of [...folders('pipeline'), ...folders('templates')])
      expect(map).toMatch(new RegExp(`[ ]${name}/`))
  })
})
