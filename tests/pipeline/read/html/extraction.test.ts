import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import type { Article } from '../../../../pipeline/article.js'
import { articleOfPage } from './page.js'

const folder = join(import.meta.dirname, '../../../fixtures/html')
const pages = readdirSync(folder).filter(name => existsSync(join(folder, name, 'article.txt')))

/** Words, in any order and as often as they are there; a Chinese character is one. */
function wordsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

/** What of an article is words: formulas are compared as trees elsewhere. */
function textOf(node: Article['tree'] | Article['tree']['children'][number]): string {
  if ('value' in node) return String(node.value)
  if ('tagName' in node && (node.tagName === 'equation' || (node.tagName as string) === 'math')) return ' '
  if ('tagName' in node && node.tagName === 'embed')
    return ` ${node.properties.title ?? ''} ${node.properties.description ?? ''} `
  const between =
    'tagName' in node && /^(?:em|strong|sub|sup|a|span|code|token|ruby|rt|cite)$/.test(node.tagName)
      ? ''
      : ' '
  return `${between}${(node.children as Article['tree']['children']).map(textOf).join('')}${between}`
}

const sum = (counts: Map<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0)

function compare(truth: Map<string, number>, found: Map<string, number>) {
  const shared = [...truth].reduce((total, [word, count]) => total + Math.min(count, found.get(word) ?? 0), 0)
  const [precision, recall] = [shared / sum(found), shared / sum(truth)]
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The method is in docs/import.md: words of the page's true article, which `article.txt` beside it holds. */
test('extraction finds the words of the article, and few others', { timeout: 60_000 }, async () => {
  const rows = []
  for (const name of pages) {
    const read = (file: string) => readFileSync(join(folder, name, file), 'utf8')
    const html = read('input.html')
    await articleOfPage(html)
    const start = performance.now()
    const { article } = await articleOfPage(html)
    const time = performance.now() - start
    rows.push({ name, time, ...compare(wordsIn(read('article.txt')), wordsIn(textOf(article.tree))) })
  }
  const f1 = mean(rows.map(row => row.f1))
  for (const row of rows) {
    console.log(
      `${row.name.padEnd(24)} P ${row.precision.toFixed(3)}  R ${row.recall.toFixed(3)}  F1 ${row.f1.toFixed(3)}`,
    )
  }
  const [precision, recall] = [mean(rows.map(row => row.precision)), mean(rows.map(row => row.recall))]
  const time = median(rows.map(row => row.time))
  console.log(
    `${rows.length} pages: P ${precision.toFixed(3)}, R ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}; median ${time.toFixed(0)} ms`,
  )
  expect(f1).toBeGreaterThan(0.98)
  expect(Math.min(...rows.map(row => row.recall))).toBeGreaterThan(0.95)
})
