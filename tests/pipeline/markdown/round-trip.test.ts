import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Article, ArticleRoot } from '../../../pipeline/article.js'
import { toMarkdown } from '../../../pipeline/markdown/to-markdown.js'
import { articleOf } from '../../support/article.js'
import { comparable } from '../../support/comparable.js'
import { throughGate } from '../../support/gate.js'
import { outline } from '../../support/outline.js'
import { randomMarkdown } from '../../support/random-markdown.js'
import { randomArticle } from '../../support/random-tree.js'
import { lost } from './lost.js'

const fixtures = join(import.meta.dirname, '../../fixtures')
const content = join(import.meta.dirname, '../../../content')

/** Texts by name: the fixtures of these folders. */
const texts = (...groups: string[]) =>
  groups.flatMap(group =>
    readdirSync(join(fixtures, group))
      .map(name => [`${group}/${name}`, join(fixtures, group, name, 'input.md')] as const)
      .filter(([, file]) => existsSync(file)),
  )

const samples = readdirSync(content, { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.md'))
  .map(name => [`content/${name}`, join(content, name)] as const)

/** The article, written and read again. */
const again = async (article: Article) => (await articleOf(toMarkdown(article))).article

// The same nodes without their places, which an outline does not show.
const shown = (article: Article) => outline(comparable(article).tree as unknown as ArticleRoot)

async function expectSame(article: Article): Promise<void> {
  const written = toMarkdown(article)
  const { article: read } = await articleOf(written)
  expect(comparable(read), written).toEqual(comparable(article))
  expect(toMarkdown(read)).toBe(written)
}

const exceptions = new Set(lost.flatMap(({ fixtures = [] }) => fixtures))
const cases = [
  ...texts('elements', 'parse', 'front-matter', 'scripts', 'markdown', 'markdown-found'),
  ...samples,
]

describe('what is written is read back to the same article', () => {
  test.each(cases.filter(([name]) => !exceptions.has(name)))('%s', async (_, file) => {
    await expectSame((await articleOf(readFileSync(file, 'utf8'))).article)
  })

  const seeds = Array.from({ length: 40 }, (_, index) => index + 1)

  test.each(seeds)('an article of any elements, seed %i', async seed => {
    await expectSame(await throughGate(randomArticle(seed)))
  })

  test.each(seeds)('the blocks of the fixtures in one another, seed %i', async seed => {
    await expectSame((await articleOf(randomMarkdown(seed))).article)
  })
})

describe('what is not read back', () => {
  test.each(lost)('$what', async ({ make, becomes }) => {
    const article = await make()
    const read = await again(article)
    expect(shown(article)).not.toBe(becomes)
    expect(shown(read)).toBe(becomes)
    await expectSame(read)
  })

  test.each([...exceptions])('%s has it', async name => {
    const { article } = await articleOf(readFileSync(join(fixtures, name, 'input.md'), 'utf8'))
    const read = await again(article)
    expect(comparable(read)).not.toEqual(comparable(article))
    await expectSame(read)
  })
})
