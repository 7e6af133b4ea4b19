import { expect, test } from 'vitest'
import { previewState } from '../../../pipeline/preview/state.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

test('knows what an issue is read from before the first build has come to its end', () => {
  const state = previewState('Slack Water', '/p/dist', memoryWorld({ files: {} }).files)
  const source = { path: '/p/content/tides.md', name: 'content/tides.md', slug: 'tides' }
  expect(state.sourceOf('tides')).toBeUndefined()
  state.found([source])
  expect(state.data().issues.map(({ slug, isWaiting }) => [slug, isWaiting])).toEqual([['tides', true]])
  expect(state.sourceOf('tides')).toEqual(source)
  expect(state.revision()).toBe(0)
})
