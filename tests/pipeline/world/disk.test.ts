import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskFiles } from '../../../pipeline/world/disk.js'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trifold-disk-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('keeps the mode of the file it writes over', async () => {
  const path = join(folder, 'private.txt')
  await writeFile(path, 'old')
  await chmod(path, 0o640)
  await diskFiles().write(path, Buffer.from('new'))
  expect((await stat(path)).mode & 0o777).toBe(0o640)
})

test('puts a whole new file in the place of the old one', async () => {
  const path = join(folder, 'a.txt')
  await writeFile(path, 'old')
  const before = await stat(path)
  await diskFiles().write(path, Buffer.from('new'))
  expect((await stat(path)).ino).not.toBe(before.ino)
  expect(await readdir(folder)).toEqual(['a.txt'])
})

test('passes over a draft that another run left behind', async () => {
  await writeFile(join(folder, `.trifold-${process.pid}-1`), 'left')
  await diskFiles().write(join(folder, 'a.txt'), Buffer.from('new'))
  expect(await readdir(folder)).toEqual([`.trifold-${process.pid}-1`, 'a.txt'])
})

test('writes many files at once, and one file many times', async () => {
  const files = diskFiles()
  const names = Array.from({ length: 20 }, (_, index) => `${index % 5}.txt`)
  await Promise.all(names.map(name => files.write(join(folder, name), Buffer.from(name))))
  expect(await readdir(folder)).toEqual(['0.txt', '1.txt', '2.txt', '3.txt', '4.txt'])
})
