import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { expectFile } from '../../../support/expectation.js'
import { outline } from '../../../support/outline.js'
import { articleOfPage } from './page.js'

const folder = join(import.meta.dirname, '../../../fixtures/html')

/** A folder is a page: input.html, the article it becomes as an outline, its front matter, and what is said. */
describe('pages of', () => {
  test.each(readdirSync(folder))('%s', async name => {
    const file = (part: string) => join(folder, name, part)
    const { article, messages } = await articleOfPage(readFileSync(file('input.html'), 'utf8'))
    expectFile(file('tree.txt'), outline(article.tree))
    expectFile(file('messages.txt'), messages.map(line => `${line}\n`).join(''))
    expectFile(file('meta.json'), `${JSON.stringify(article.meta, null, 2)}\n`)
  })
})
