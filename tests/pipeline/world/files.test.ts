import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskFiles } from '../../../pipeline/world/disk.js'
import { memoryFiles } from '../../../pipeline/world/memory-files.js'
import type { Files } from '../../../pipeline/world.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (content: Uint8Array) => new TextDecoder().decode(content)
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    error => error.code,
  )

let temporary: string
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'trifold-world-'))
})
afterAll(() => rm(temporary, { recursive: true, force: true }))

/** A root folder with `a.txt`, `folder/b.txt`, and links. */
async function onDisk(): Promise<{ files: Files; root: string }> {
  const files = diskFiles()
  const root = (await files.resolve(await mkdtemp(join(temporary, 'root-')))) ?? temporary
  await files.write(join(root, 'a.txt'), bytes('first'))
  await files.write(join(root, 'folder/b.txt'), bytes('second'))
  await symlink('folder', join(root, 'to-folder'))
  await symlink('../a.txt', join(root, 'folder/up.txt'))
  await symlink('nowhere', join(root, 'broken'))
  await symlink('ring', join(root, 'ring'))
  return { files, root }
}

async function inMemory(): Promise<{ files: Files; root: string }> {
  const files = memoryFiles({
    files: { '/root/a.txt': 'first', '/root/folder/b.txt': bytes('second') },
    links: {
      '/root/to-folder': 'folder',
      '/root/folder/up.txt': '../a.txt',
      '/root/broken': 'nowhere',
      '/root/ring': 'ring',
    },
  })
  return { files, root: '/root' }
}

describe.each([
  ['disk', onDisk],
  ['memory', inMemory],
])('files: %s', (_, make) => {
  test('reads bytes, through links too', async () => {
    const { files, root } = await make()
    expect(text(await files.read(join(root, 'a.txt')))).toBe('first')
    expect(text(await files.read(join(root, 'to-folder/b.txt')))).toBe('second')
    expect(text(await files.read(join(root, 'to-folder/up.txt')))).toBe('first')
  })

  test('says why it cannot read', async () => {
    const { files, root } = await make()
    expect(await code(files.read(join(root, 'none.txt')))).toBe('ENOENT')
    expect(await code(files.read(join(root, 'none/none.txt')))).toBe('ENOENT')
    expect(await code(files.read(join(root, 'a.txt/b')))).toBe('ENOTDIR')
    expect(await code(files.read(join(root, 'folder')))).toBe('EISDIR')
    expect(await code(files.read(join(root, 'ring')))).toBe('ELOOP')
  })

  test('lists a folder by name, links as what they lead to', async () => {
    const { files, root } = await make()
    expect(await files.list(root)).toEqual([
      { name: 'a.txt', kind: 'file' },
      { name: 'folder', kind: 'folder' },
      { name: 'to-folder', kind: 'folder' },
    ])
    expect(await files.list(join(root, 'to-folder'))).toEqual([
      { name: 'b.txt', kind: 'file' },
      { name: 'up.txt', kind: 'file' },
    ])
    expect(await code(files.list(join(root, 'none')))).toBe('ENOENT')
    expect(await code(files.list(join(root, 'a.txt')))).toBe('ENOTDIR')
  })

  test('resolves every link of a path', async () => {
    const { files, root } = await make()
    expect(await files.resolve(join(root, 'to-folder/up.txt'))).toBe(join(root, 'a.txt'))
    expect(await files.resolve(`${root}/folder/../folder/./b.txt`)).toBe(join(root, 'folder/b.txt'))
    for (const nothing of ['none', 'none/none', 'broken', 'ring', 'a.txt/b', 'nul\0'])
      expect(await files.resolve(join(root, nothing)), nothing).toBeUndefined()
  })

  test('tells files from folders and from nothing', async () => {
    const { files, root } = await make()
    expect(await files.kind(join(root, 'a.txt'))).toBe('file')
    expect(await files.kind(join(root, 'to-folder'))).toBe('folder')
    for (const nothing of ['none', 'broken', 'ring', 'a.txt/b'])
      expect(await files.kind(join(root, nothing)), nothing).toBeUndefined()
  })

  test('tells how large a file is, and nothing of what is none', async () => {
    const { files, root } = await make()
    expect(await files.size(join(root, 'a.txt'))).toBe(5)
    expect(await files.size(join(root, 'folder/up.txt'))).toBe(5)
    for (const nothing of ['folder', 'none', 'broken', 'ring', 'a.txt/b'])
      expect(await files.size(join(root, nothing)), nothing).toBeUndefined()
  })

  test('writes a file anew, over another, and the folders above it', async () => {
    const { files, root } = await make()
    await files.write(join(root, 'x/y/z.txt'), bytes('new'))
    expect(text(await files.read(join(root, 'x/y/z.txt')))).toBe('new')
    await files.write(join(root, 'a.txt'), bytes('over'))
    expect(text(await files.read(join(root, 'a.txt')))).toBe('over')
    expect((await files.list(root)).map(entry => entry.name)).toEqual(['a.txt', 'folder', 'to-folder', 'x'])
  })

  test('writes to what a link leads to, and keeps the link', async () => {
    const { files, root } = await make()
    await files.write(join(root, 'folder/up.txt'), bytes('through'))
    expect(text(await files.read(join(root, 'a.txt')))).toBe('through')
    expect(await files.resolve(join(root, 'folder/up.txt'))).toBe(join(root, 'a.txt'))
  })

  test('keeps its own copy of what it wrote', async () => {
    const { files, root } = await make()
    const content = bytes('mine')
    await files.write(join(root, 'c.txt'), content)
    content.fill(0)
    expect(text(await files.read(join(root, 'c.txt')))).toBe('mine')
  })

  test('leaves everything as it was when it cannot write', async () => {
    const { files, root } = await make()
    const before = await files.list(root)
    expect(await code(files.write(join(root, 'folder'), bytes('no')))).toBe('EISDIR')
    expect(await code(files.write(join(root, 'a.txt/b.txt'), bytes('no')))).toBe('EEXIST')
    expect(await code(files.write(join(root, 'a.txt/b/c.txt'), bytes('no')))).toBe('ENOTDIR')
    expect(await files.list(root)).toEqual(before)
    expect(text(await files.read(join(root, 'a.txt')))).toBe('first')
    expect(text(await files.read(join(root, 'folder/b.txt')))).toBe('second')
  })

  test('removes files, folders with all in them, and nothing', async () => {
    const { files, root } = await make()
    await files.remove(join(root, 'to-folder'))
    expect(text(await files.read(join(root, 'folder/b.txt')))).toBe('second')
    await files.remove(join(root, 'folder'))
    await files.remove(join(root, 'a.txt'))
    await files.remove(join(root, 'none'))
    expect(await files.list(root)).toEqual([])
  })

  test('takes no path that depends on the working folder', async () => {
    const { files } = await make()
    for (const call of [
      () => files.read('a.txt'),
      () => files.list('.'),
      () => files.resolve('a.txt'),
      () => files.kind('a.txt'),
      () => files.write('a.txt', bytes('')),
      () => files.remove('a.txt'),
    ])
      await expect((async () => call())()).rejects.toThrow(TypeError)
  })
})
