import { expect, test } from 'vitest'
import { loadConfig } from '../../../../pipeline/config/load.js'
import { issueBlocks } from '../../../../pipeline/preview/blocks/issue-blocks.js'
import { anArticle, memoryPublication } from '../../../support/memory-publication.js'

const source = { path: '/p/content/whole/issue.yaml', name: 'content/whole/issue.yaml', slug: 'whole' }

test('reads an issue of several when it is asked for, once for each build', async () => {
  const publication = memoryPublication({
    'content/whole/issue.yaml': 'title: Whole\ndate: 2026-03-20\n',
    'content/whole/one.md': anArticle('One'),
    'content/whole/two.md': anArticle('Two'),
  })
  const { config } = await loadConfig(publication.world, { folder: '/p' })
  let revision = 1
  const blocks = issueBlocks({
    sourceOf: slug => (slug === 'whole' ? { ...source, isFolder: true } : undefined),
    revision: () => revision,
    config: () => config,
    world: publication.world,
  })
  expect(blocks.isSource('content/whole/two.md')).toBe(false)
  const found = await blocks.of('whole')
  expect(found?.filter(({ kind }) => kind === 'p')).toEqual([
    { id: 'b3', file: 'content/whole/one.md', line: 8, endLine: 8, kind: 'p', text: 'Words of One.' },
    { id: 'b6', file: 'content/whole/two.md', line: 8, endLine: 8, kind: 'p', text: 'Words of Two.' },
  ])
  expect(blocks.isSource('content/whole/two.md')).toBe(true)
  expect(blocks.isSource('trifold.yaml')).toBe(false)
  expect(await blocks.of('another')).toBeUndefined()

  await publication.write('content/whole/one.md', anArticle('Won'))
  expect(await blocks.of('whole')).toBe(found)
  revision = 2
  expect((await blocks.of('whole'))?.map(({ text }) => text)).toContain('Words of Won.')
})
