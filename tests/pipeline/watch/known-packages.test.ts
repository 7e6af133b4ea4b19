import { expect, test } from 'vitest'
import { withKnownPackages } from '../../../pipeline/watch/known-packages.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

test('a file of a package is read once, and looked for again while it is not there', async () => {
  const asked: string[] = []
  const there = new Map<string, Uint8Array>([['face/a.woff2', Uint8Array.of(1)]])
  const world = withKnownPackages(
    memoryWorld({
      packages: async path => {
        asked.push(path)
        return there.get(path)
      },
      packagePath: path => (there.has(path) ? `/packages/${path}` : undefined),
    }),
  )
  for (let time = 0; time < 2; time++)
    expect(await world.packageFile('face/a.woff2')).toEqual(Uint8Array.of(1))
  expect(asked).toEqual(['face/a.woff2'])
  expect(await world.packageFile('face/b.woff2')).toBeUndefined()
  expect(world.packagePath('face/b.woff2')).toBeUndefined()
  there.set('face/b.woff2', Uint8Array.of(2))
  expect(await world.packageFile('face/b.woff2')).toEqual(Uint8Array.of(2))
  expect(world.packagePath('face/b.woff2')).toBe('/packages/face/b.woff2')
})
