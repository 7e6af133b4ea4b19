import { toMarkdown as elsewhere } from 'mdast-util-to-markdown'
import { expect, test } from 'vitest'
import { toMarkdown } from '../../../pipeline/markdown/to-markdown.js'
import { articleOf } from '../../support/article.js'

test('what another program wrote in this process changes no escape', async () => {
  const text = 'Salt & water, [a page](https://example.org/?a=1&b=2), AT&T.\n'
  const { article } = await articleOf(text)
  const paragraph = { type: 'paragraph', children: [{ type: 'text', value: 'a & b &c; &x=1' }] } as const
  elsewhere({ type: 'root', children: [structuredClone(paragraph)] } as Parameters<typeof elsewhere>[0])
  expect(toMarkdown(article)).toContain(text)
})
