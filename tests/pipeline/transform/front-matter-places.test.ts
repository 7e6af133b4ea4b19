import { expect, it } from 'vitest'
import { articleOf } from '../../support/article.js'

it('keeps where the values of the front matter stand, by our own names', async () => {
  const { article } = await articleOf('---\ntitle: The mill\nstandfirst: Words of it.\n---\n\nWords.\n')
  expect(article.places?.title?.start).toMatchObject({ line: 2, column: 8 })
  expect(article.places?.description?.start).toMatchObject({ line: 3, column: 13 })
  expect((await articleOf('Words.')).article.places).toEqual({})
})
