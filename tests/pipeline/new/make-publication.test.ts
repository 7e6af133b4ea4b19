import { describe, expect, test } from 'vitest'
import { makePublication } from '../../../pipeline/new/make-publication.js'
import { PlaceTaken } from '../../../pipeline/new/place.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { type MemoryWorldOptions, memoryWorld } from '../../../pipeline/world-memory.js'
import { WriteFailed } from '../../../pipeline/write/write.js'

const settings = { name: 'N', lang: 'en' }

function make(folder: string, options: MemoryWorldOptions = {}) {
  const world = memoryWorld({ packages: packageReader([]), ...options })
  return { world, made: makePublication({ folder, name: folder.slice(1), settings }, world) }
}

describe('where a publication is made', () => {
  test.each([
    ['a folder that is not there', '/a/b/letter', {}],
    ['an empty folder', '/letter', { files: { '/letter/.git/HEAD': 'ref' } }],
  ])('%s', async (_, folder, options) => {
    const { world, made } = make(folder, options)
    const paths = await made
    expect(paths).toContain('trifold.yaml')
    for (const path of paths) expect(await world.files.kind(`${folder}/${path}`)).toBe('file')
    expect(await world.files.kind(`${folder}/dist`)).toBeUndefined()
  })

  test.each([
    ['not in a folder with files in it', '/letter', '/letter/notes.txt', /not empty.*another name/],
    ['not in a publication', '/letter', '/letter/trifold.yaml', /publication already.*trifold build/],
    ['not in place of a file', '/letter', '/letter', /it is a file.*another name/],
    ['not below a file', '/a/b/letter', '/a', /\/a is a file.*another place/],
  ])('%s', async (_, folder, path, says) => {
    const { world, made } = make(folder, { files: { [path]: 'mine' } })
    const error: unknown = await made.then(
      () => undefined,
      reason => reason,
    )
    expect(error).toBeInstanceOf(PlaceTaken)
    expect(String(error)).toMatch(says)
    expect([...world.files.all().keys()]).toEqual([path])
  })
})

describe('all of it or nothing', () => {
  const full = (operation: string, path: string) =>
    operation === 'write' && path.endsWith('trifold.yaml') ? 'ENOSPC' : undefined

  test('a full disk leaves no folder that was not there', async () => {
    const { world, made } = make('/a/b/letter', { files: { '/a/mine': '' }, failOn: full })
    await expect(made).rejects.toThrow(WriteFailed)
    expect(await world.files.list('/a')).toEqual([{ name: 'mine', kind: 'file' }])
  })

  test('and an empty folder as it was', async () => {
    const { world, made } = make('/letter', { files: { '/letter/.git/HEAD': 'ref' }, failOn: full })
    await expect(made).rejects.toThrow(/the disk is full/)
    expect(await world.files.list('/letter')).toEqual([{ name: '.git', kind: 'folder' }])
  })
})
