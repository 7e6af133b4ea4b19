import { join } from 'node:path'
import type { Files } from '../../world.js'
import { substackTable } from './exports.js'

/** The exports in a folder, by their names: the table of one that was unpacked, else the files that are some. */
export async function exportsIn(folder: string, files: Files): Promise<string[]> {
  const entries = await files.list(folder)
  const names = entries.filter(({ kind }) => kind === 'file').map(({ name }) => name)
  return names.includes(substackTable)
    ? [substackTable]
    : names.filter(name => /\.(?:json|xml|zip)$/i.test(name))
}

/** The files of an export of Substack that was unpacked, by their names in its folder. */
export async function filesBeside(folder: string, files: Files): Promise<Map<string, Uint8Array>> {
  const posts = join(folder, 'posts')
  const pages = (await files.kind(posts)) === 'folder' ? await files.list(posts) : []
  const names = [
    substackTable,
    ...pages
      .filter(({ kind, name }) => kind === 'file' && name.endsWith('.html'))
      .map(({ name }) => `posts/${name}`),
  ]
  return new Map(
    await Promise.all(names.map(async name => [name, await files.read(join(folder, name))] as const)),
  )
}
