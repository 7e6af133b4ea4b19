import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../pipeline/vocabulary.js'
import { articleOf } from '../support/article.js'
import { faultsOf } from '../support/conformance.js'

const fixtures = join(import.meta.dirname, '../fixtures/elements')

describe('the vocabulary', () => {
  test.each(Object.entries(vocabulary))('%s is shown by its fixture', (name, row) => {
    const tree = join(fixtures, row.fixture, 'tree.txt')
    expect(existsSync(tree), `${tree} is missing`).toBe(true)
    expect(readFileSync(tree, 'utf8')).toMatch(new RegExp(`^ *${name}( |$)`, 'm'))
  })

  test.each(readdirSync(fixtures))('the tree of %s is what the table says', async name => {
    const { article } = await articleOf(readFileSync(join(fixtures, name, 'input.md'), 'utf8'))
    expect(faultsOf(article.tree)).toEqual([])
  })

  test('a tree is frozen, can be cloned and keeps the places of its source', async () => {
    const { article } = await articleOf('## A\n\nText *here*[^1].\n\n[^1]: Note.\n')
    const [heading, paragraph] = article.tree.children
    expect(heading?.position.start).toMatchObject({ line: 1, column: 1 })
    expect(paragraph?.position.start.line).toBe(3)
    expect(structuredClone(article)).toEqual(article)
    expect(() => Object.assign(paragraph ?? {}, { tagName: 'hr' })).toThrow(TypeError)
    expect(Object.isFrozen(paragraph?.children)).toBe(true)
  })
})
