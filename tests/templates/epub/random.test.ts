import { expect, test } from 'vitest'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { joined, renderingOf } from '../../support/rendering.js'
import { article, issue } from '../../support/tree.js'
import { randomBlocks } from '../random-blocks.js'

test('whatever the vocabulary allows is valid: a hundred articles at random', async () => {
  const [first, ...more] = Array.from({ length: 100 }, (_, seed) =>
    issue(article(randomBlocks(seed + 1), { meta: { title: `Seed ${seed + 1}` } })),
  )
  if (!first) throw new Error('Expected articles')
  const book = epubTemplate(renderingOf(joined(first, ...more), 'epub'))
  expect(await checkEpub(await bindEpub(book))).toEqual([])
})
