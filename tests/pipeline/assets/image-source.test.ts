import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locateImage } from '../../../pipeline/assets/image-source.js'
import { diskFiles } from '../../../pipeline/world/disk.js'
import { memoryFiles } from '../../../pipeline/world/memory-files.js'

const files = memoryFiles({
  files: {
    '/content/issue/article.md': '',
    '/content/issue/a b.png': '',
    '/content/issue/100%.png': '',
    '/content/issue/what?.png': '',
    '/content/issue/photo.png': '',
    '/content/issue/images/caf\u00e9.png': '',
    '/content/issue/mac-e\u0301.png': '',
    '/content/shared.png': '',
    '/content/.png/x': '',
    '/content-of-others/secret.png': '',
    '/etc/passwd': 'root',
  },
  links: {
    '/content/issue/within.png': '../shared.png',
    '/content/issue/out.png': '/etc/passwd',
    '/content/issue/outer': '/etc',
    '/published': '/content',
  },
})

const locate = (src: string, root = '/content') => locateImage(files, src, `${root}/issue`, root)

describe('finds a picture by its name alone', () => {
  const vault = memoryFiles({
    files: {
      '/vault/issue/article.md': '',
      '/vault/attachments/photo.png': '',
      '/vault/attachments/2026/quay.png': '',
      '/vault/a/twice.png': '',
      '/vault/b/twice.png': '',
      '/vault/.trash/gone.png': '',
      '/secret/passwd.png': '',
    },
    links: { '/vault/outer': '/secret', '/vault/round': '/vault', '/vault/linked.png': '/secret/passwd.png' },
  })
  const find = (src: string) => locateImage(vault, src, '/vault/issue', '/vault')

  test('in whatever folder it lies, as Obsidian does', async () => {
    expect(await find('photo.png')).toEqual({ path: '/vault/attachments/photo.png' })
    expect(await find('quay.png')).toEqual({ path: '/vault/attachments/2026/quay.png' })
  })

  test('but not one of two, nor a hidden one, nor behind a link', async () => {
    for (const src of ['twice.png', 'gone.png', 'passwd.png', 'linked.png', 'elsewhere/photo.png'])
      expect(await find(src)).toMatchObject({ rule: 'image-missing' })
  })
})

describe('finds', () => {
  test.each([
    ['photo.png', '/content/issue/photo.png'],
    ['./photo.png', '/content/issue/photo.png'],
    ['photo.png?width=600', '/content/issue/photo.png'],
    ['photo.png#top', '/content/issue/photo.png'],
    ['a%20b.png', '/content/issue/a b.png'],
    ['a b.png', '/content/issue/a b.png'],
    ['100%.png', '/content/issue/100%.png'],
    ['100%25.png', '/content/issue/100%.png'],
    ['what?.png', '/content/issue/what?.png'],
    ['what%3F.png', '/content/issue/what?.png'],
    ['images/caf%C3%A9.png', '/content/issue/images/caf\u00e9.png'],
    ['images/cafe\u0301.png', '/content/issue/images/caf\u00e9.png'],
    ['mac-\u00e9.png', '/content/issue/mac-e\u0301.png'],
    ['images\\caf\u00e9.png', '/content/issue/images/caf\u00e9.png'],
    ['images%5Ccaf%C3%A9.png', '/content/issue/images/caf\u00e9.png'],
    ['../shared.png', '/content/shared.png'],
    ['within.png', '/content/shared.png'],
  ])('%s', async (src, path) => {
    expect(await locate(src)).toEqual({ path })
  })

  test('pictures in a content folder that is itself a link', async () => {
    expect(await locate('within.png', '/published')).toEqual({ path: '/content/shared.png' })
  })

  test('pictures in the address itself', async () => {
    const found = await locate('data:image/png;base64,AQID')
    expect(found).toEqual({ bytes: Uint8Array.of(1, 2, 3) })
    expect(await locate('data:image/svg+xml,%3Csvg/%3E')).toEqual({
      bytes: new TextEncoder().encode('<svg/>'),
    })
  })
})

describe('refuses', () => {
  test.each([
    ['../../etc/passwd', 'image-outside'],
    ['../../../../../../etc/passwd', 'image-outside'],
    ['..%2F..%2Fetc%2Fpasswd', 'image-outside'],
    ['..\\..\\etc\\passwd', 'image-outside'],
    ['%2e%2e/%2e%2e/etc/passwd', 'image-outside'],
    ['../../content-of-others/secret.png', 'image-outside'],
    ['/etc/passwd', 'image-outside'],
    ['%2Fetc%2Fpasswd', 'image-outside'],
    ['/content/issue/photo.png', 'image-outside'],
    ['file:///etc/passwd', 'image-outside'],
    ['FILE:/etc/passwd', 'image-outside'],
    ['file:photo.png', 'image-outside'],
    ['C:\\photo.png', 'image-outside'],
    ['c:photo.png', 'image-outside'],
    ['\\\\server\\share\\photo.png', 'image-outside'],
    ['%5C%5Cserver%5Cshare%5Cphoto.png', 'image-outside'],
    ['\\photo.png', 'image-outside'],
    ['out.png', 'image-outside'],
    ['outer/passwd', 'image-outside'],
    ['https://example.org/photo.png', 'image-remote'],
    ['HTTP://example.org/photo.png', 'image-remote'],
    ['//example.org/photo.png', 'image-remote'],
    ['ftp://example.org/photo.png', 'image-remote'],
    ['none.png', 'image-missing'],
    ['none/none.png', 'image-missing'],
    ['.', 'image-unreadable'],
    ['images', 'image-unreadable'],
    ['', 'image-unreadable'],
    ['photo.png%00.jpg', 'image-unreadable'],
    ['data:text/html,<p>', 'image-unreadable'],
    ['data:image/png;base64', 'image-unreadable'],
    [`data:image/png,${'a'.repeat(20_000_001)}`, 'image-unreadable'],
  ])('%.60s', async (src, rule) => {
    expect(await locate(src)).toMatchObject({ rule })
  })

  test('a path that leads out is not even looked for', async () => {
    const asked: string[] = []
    const watched = memoryFiles({
      failOn: (_, path) => {
        asked.push(path)
        return undefined
      },
    })
    await locateImage(watched, '../../etc/passwd', '/content/issue', '/content')
    expect(asked).toEqual(['/content'])
  })
})

describe('names what was probably meant', () => {
  test.each([
    ['phto.png', 'photo.png'],
    ['PHOTO.PNG', 'photo.png'],
    ['photo.jpg', 'photo.png'],
    ['images/caffe\u0301.png', 'caf\u00e9.png'],
  ])('%s', async (src, name) => {
    const located = await locate(src)
    expect(located).toMatchObject({ rule: 'image-missing' })
    expect('says' in located && located.says).toContain(`Did you mean "${name}"?`)
  })

  test('says where it looked, within the content folder', async () => {
    const located = await locate('none.png?x')
    expect('says' in located && located.says).toBe(
      'is not there (looked for "issue/none.png" in the content folder). Add the file, or correct the name',
    )
  })
})

describe('on the disk', () => {
  let root: string
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'trifold-images-'))
    await mkdir(join(root, 'content'))
    await writeFile(join(root, 'secret.png'), 'secret')
    await writeFile(join(root, 'content/own.png'), 'own')
    await symlink('../secret.png', join(root, 'content/out.png'))
    await symlink('..', join(root, 'content/up'))
    await symlink('own.png', join(root, 'content/alias.png'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  test('follows links within the content folder, and none out of it', async () => {
    const content = join(root, 'content')
    const disk = diskFiles()
    const own = await disk.resolve(join(content, 'own.png'))
    expect(await locateImage(disk, 'alias.png', content, content)).toEqual({ path: own })
    for (const src of ['out.png', 'up/secret.png', '../secret.png', join(root, 'secret.png')])
      expect(await locateImage(disk, src, content, content), src).toMatchObject({ rule: 'image-outside' })
  })
})
