import { toMarkdown as elsewhere } from 'mdast-util-to-markdown'
import { expect, test } from 'vitest'
import { toMarkdown } from '../../../pipeline/markdown/to-markdown.js'
import { articleOf } from '../../support/article.js'

test('what another program wrote in this process changes no escape', async () => {
  const text = 'Salt & water, [a page](https://example.org/?a=1&b=2), AT&T.\n'
  const { article } = await articleOf(text)
  const words = { type: 'text' as const, value: 'a & b &c; &x=1' }
  elsewhere({ type: 'root', children: [{ type: 'paragraph', children: [words] }] })
  expect(toMarkdown(article)).toContain(text)
})
