// @ts-check
import { readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { visit } from 'unist-util-visit'
import { root } from '../../setup/root.mjs'
import { wordsOf } from '../issue-folder.mjs'

const counted = /** @type {const} */ ([
  ['h2', 'section', 'sections'],
  ['blockquote', 'quotation', 'quotations'],
  ['table', 'table', 'tables'],
  ['note', 'note', 'notes'],
  ['figure', 'figure', 'figures'],
])

/**
 * What an article holds: `the-mill, an article of 320 words with 2 sections and a table`. The name of one that is not of
 * the sample publication, and so may be nobody else's to know, is left out.
 *
 * @param {string} article absolute path of a Markdown file
 */
export async function describeArticle(article) {
  const { createPress } = await import(pathToFileURL(join(root, 'build', 'bundle', 'index.js')).href)
  const press = createPress({ folder: dirname(article) })
  try {
    const { issue } = await press.read(article)
    const words = Math.round(wordsOf(readFileSync(article, 'utf8')) / 10) * 10
    const name = dirname(article) === join(root, 'content') ? `${basename(article, extname(article))}, ` : ''
    return `${name}an article of ${words.toLocaleString('en')} words${contents(issue.articles[0].tree)}`
  } finally {
    await press.close()
  }
}

/** @param {any} tree */
export function contents(tree) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  visit(tree, 'element', (/** @type {{tagName: string}} */ { tagName }) => {
    counts.set(tagName, (counts.get(tagName) ?? 0) + 1)
  })
  const held = counted.flatMap(([element, one, many]) => {
    const count = counts.get(element) ?? 0
    if (count === 0) return []
    return [count === 1 ? `1 ${one}` : `${count} ${many}`]
  })
  const last = held.pop()
  if (last === undefined) return ''
  return ` with ${held.length > 0 ? `${held.join(', ')} and ` : ''}${last}`
}
