import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import type { RuleId } from '../check/rules.js'
import { closestWord } from '../parse/closest-word.js'
import type { Files } from '../world.js'
import { readAddress } from './image-address.js'
import { fileNamed } from './image-search.js'

/** The bytes of a picture, or why they could not be had. */
export type Located =
  | { readonly bytes: Uint8Array }
  /** What is at the path; read it when its turn comes. */
  | { readonly path: string }
  | ImageFailure

/** Why a picture is left out: the rule, and what follows `The image "its address"` in the message. */
export interface ImageFailure {
  readonly rule: RuleId
  readonly says: string
}

/**
 * Finds the picture that an address names. Nothing outside the content folder is read or even looked for: paths are
 * compared once as written, and once more with every link resolved.
 *
 * @param src the address as the article has it
 * @param folder the article's folder, absolute
 * @param contentRoot the folder that everything must be in, absolute
 * @param remote what is done with an address of another host
 */
export async function locateImage(
  files: Files,
  src: string,
  folder: string,
  contentRoot: string,
  remote: (url: string) => Promise<Located> = unfetched,
): Promise<Located> {
  const address = readAddress(src)
  switch (address.kind) {
    case 'data':
      return { bytes: address.bytes }
    case 'remote':
      return remote(address.url)
    case 'outside':
      return outside(address.why)
    case 'unreadable':
      return { rule: 'image-unreadable', says: `cannot be read. ${address.why}` }
  }

  const realRoot = (await files.resolve(contentRoot)) ?? contentRoot
  const candidates = address.paths.map(path => resolve(folder, path))
  const within = candidates.filter(path => isWithin(contentRoot, path) || isWithin(realRoot, path))
  const [first] = within
  if (first === undefined || candidates.length !== within.length) return outside('its path leads out of it')

  for (const path of within) {
    const real = await files.resolve(path)
    if (real === undefined) continue
    if (!isWithin(realRoot, real)) return outside('a link leads out of it')
    if ((await files.kind(real)) === 'file') return { path: real }
    return { rule: 'image-unreadable', says: 'is not a file' }
  }
  // A name alone, as Obsidian writes it: the picture may lie in the folder that it keeps pictures in.
  const elsewhere = /[\\/]/.test(src) ? undefined : await fileNamed(files, first, realRoot)
  const real = elsewhere && (await files.resolve(elsewhere))
  if (real && isWithin(realRoot, real)) return { path: real }
  const looked = relative(contentRoot, first).split(sep).join('/')
  const near = await nearName(files, first, realRoot)
  const hint = near ? `Did you mean ${shown(near)}?` : 'Add the file, or correct the name'
  return {
    rule: 'image-missing',
    says: `is not there (looked for ${shown(looked)} in the content folder). ${hint}`,
  }
}

const unfetched = async (): Promise<Located> => ({
  rule: 'image-remote',
  says: 'is at another address, and nothing is fetched. Save it beside the article and name the file',
})

function outside(why: string): Located {
  return {
    rule: 'image-outside',
    says: `is outside the content folder: ${why}. Nothing there is read; copy it beside the article`,
  }
}

/** A file in the same folder that the name was probably meant for: its spelling is close, or its extension differs. */
async function nearName(files: Files, path: string, realRoot: string): Promise<string | undefined> {
  const folder = await files.resolve(dirname(path))
  if (folder === undefined || !isWithin(realRoot, folder)) return undefined
  const entries = await files.list(folder).catch(() => [])
  const names = entries.filter(entry => entry.kind === 'file').map(entry => entry.name)
  const stem = stemOf(path)
  return closestWord(basename(path).normalize(), names) ?? names.find(name => stemOf(name) === stem)
}

const stemOf = (path: string): string => basename(path, extname(path)).toLowerCase()

/** Whether a path is the folder or in it; both absolute. */
function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && join(folder, way) === join(path)
}

/** An address in quotation marks, short enough for a message and without characters that move a terminal's cursor. */
export function shown(src: string): string {
  const text = JSON.stringify(src).replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  return text.length > 120 ? `${text.slice(0, 118)}…"` : text
}
