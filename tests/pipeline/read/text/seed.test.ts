import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lost, made } from './accounting.js'
import type { Marked } from './pastes.js'
import { scoreOf } from './score.js'

/** A real paste that is somebody's and not ours to keep here: the folder with article.txt and expected-structure.json. */
const folder = process.env.TRIFOLD_SEED

/** What the marked structure calls the types that have another name here. */
const names: Readonly<Record<string, string>> = { blockquote: 'quotation', attribution: 'source' }

describe.runIf(folder !== undefined && existsSync(folder))('the seed', () => {
  const file = (name: string) => readFileSync(join(folder ?? '', name), 'utf8')

  test.each([
    ['safe', 39],
    ['likely', 41],
  ] as const)(
    'with %s quotations has at least %i of its blocks right, and no false quotation',
    (quotes, least) => {
      const { blocks }: Marked = JSON.parse(file('expected-structure.json'))
      const marked = { blocks: blocks.map(({ line, type }) => ({ line, type: names[type] ?? type })) }
      const { scores, errors } = scoreOf([{ text: file('article.txt'), marked }], quotes)
      const right = [...scores.values()].reduce((sum, score) => sum + score.right, 0)
      expect(right, errors.join('\n')).toBeGreaterThanOrEqual(least)
      expect(scores.get('quotation')?.wrong).toBe(0)
    },
  )

  test('loses no word', async () => {
    expect(lost(file('article.txt'), await made(file('article.txt'), 'likely'))).toEqual([])
  })
})
