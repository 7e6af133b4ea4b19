import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { articleOf } from './support/article.js'
import { expectFile } from './support/expectation.js'
import { outline } from './support/outline.js'

/** A folder is a case: input.md, the tree it becomes as an outline, and the messages where there are any. */
for (const group of ['elements', 'parse']) {
  const folder = join(import.meta.dirname, 'fixtures', group)
  describe(group, () => {
    test.each(readdirSync(folder))('%s', async name => {
      const file = (part: string) => join(folder, name, part)
      const { article, messages } = await articleOf(readFileSync(file('input.md'), 'utf8'))
      expectFile(file('tree.txt'), outline(article.tree))
      const said = messages.filter(message => !message.includes('title-missing'))
      expectFile(file('messages.txt'), said.map(line => `${line}\n`).join(''))
    })
  })
}
