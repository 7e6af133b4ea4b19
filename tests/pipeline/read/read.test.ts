import type { VFileMessage } from 'vfile-message'
import { expect, test } from 'vitest'
import { reporter } from '../../../pipeline/messages.js'
import { readBytes } from '../../../pipeline/read/read.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

test('a file that is too large is refused without being read', async () => {
  const read: string[] = []
  const world = memoryWorld({
    files: { '/letter/a.txt': new Uint8Array(5_000_000) },
    failOn: (operation, path) => {
      if (operation === 'read') read.push(path)
      return undefined
    },
  })
  const messages: VFileMessage[] = []
  const source = { path: '/letter/a.txt', name: 'a.txt', slug: 'a' }
  expect(await readBytes(source, world, reporter('a.txt', messages))).toBeUndefined()
  expect(messages.map(({ ruleId, reason }) => `${ruleId} ${reason}`)).toEqual([
    'article-unreadable Unexpected size of 5000000 bytes, expected at most 4194304; split the article',
  ])
  expect(read).toEqual([])
})
