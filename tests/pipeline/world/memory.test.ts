import { expect, test } from 'vitest'
import { finding } from '../../../pipeline/messages.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

test('fails where it is told to, and leaves the file as it was', async () => {
  const world = memoryWorld({
    files: { '/dist/a.txt': 'old', '/dist/b.txt': 'old' },
    failOn: (operation, path) => {
      if (operation === 'write' && path === '/dist/a.txt') return 'ENOSPC'
      return operation === 'read' && path === '/dist/b.txt' ? 'EIO' : undefined
    },
  })
  await expect(world.files.write('/dist/a.txt', Buffer.from('new'))).rejects.toMatchObject({ code: 'ENOSPC' })
  await expect(world.files.read('/dist/b.txt')).rejects.toMatchObject({ code: 'EIO', path: '/dist/b.txt' })
  expect(await world.files.read('/dist/a.txt')).toEqual(new TextEncoder().encode('old'))
})

test('shows all its files', async () => {
  const world = memoryWorld({ files: { '/b': '2' }, links: { '/c': '/b' } })
  await world.files.write('/a/x', Buffer.from('1'))
  expect([...world.files.all().keys()]).toEqual(['/a/x', '/b'])
})

test('remembers what was logged', () => {
  const { log } = memoryWorld()
  log.info('wrote')
  log.progress('fonts', 0.5)
  log.message(finding('image-missing', 'gone', { file: 'a.md' }))
  expect(log.lines).toEqual(['wrote'])
  expect(log.steps).toEqual([{ label: 'fonts', part: 0.5 }])
  expect(log.messages.map(message => message.ruleId)).toEqual(['image-missing'])
})

test('reads packages from a table, or by what reads them', async () => {
  const font = Uint8Array.of(1)
  expect(await memoryWorld({ packages: { '@x/y/z': font } }).packageFile('@x/y/z')).toBe(font)
  expect(await memoryWorld({ packages: async () => font }).packageFile('any')).toBe(font)
  expect(await memoryWorld().packageFile('@x/y/z')).toBeUndefined()
})

test('says when it was closed, and its clock stands still', async () => {
  const world = memoryWorld()
  expect([world.closed, world.now()]).toEqual([false, 0])
  await world.close()
  expect([world.closed, world.now()]).toEqual([true, 0])
})
