import { expect, test } from 'vitest'
import { toMarkdown } from '../../pipeline/markdown/to-markdown.js'
import { articleOf } from '../support/article.js'
import { comparable } from '../support/comparable.js'
import { throughGate } from '../support/gate.js'
import { randomMarkdown } from '../support/random-markdown.js'
import { randomArticle } from '../support/random-tree.js'

const seeds = Array.from({ length: 1500 }, (_, index) => index + 1001)

const kinds = {
  'of any elements': (seed: number) => throughGate(randomArticle(seed)),
  'of the fixtures’ blocks in one another': async (seed: number) =>
    (await articleOf(randomMarkdown(seed))).article,
}

/** What `tests/pipeline/markdown/round-trip.test.ts` does, many times over. */
test.each(Object.entries(kinds))(
  'articles %s are read back from their Markdown',
  async (_, make) => {
    for (const seed of seeds) {
      const article = await make(seed)
      const written = toMarkdown(article)
      const { article: read } = await articleOf(written)
      expect(comparable(read), `seed ${seed}`).toEqual(comparable(article))
      expect(toMarkdown(read), `seed ${seed}`).toBe(written)
    }
  },
  900_000,
)
