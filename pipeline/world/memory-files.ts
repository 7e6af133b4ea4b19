import { posix } from 'node:path'
import type { Entry, Files } from '../world.js'
import { absolute } from './disk.js'

/** What can be done with a file. */
export type FileOperation = keyof Files

/** The code of the error that an operation on a path is to fail with, or undefined to let it be. */
export type FailOn = (operation: FileOperation, path: string) => string | undefined

export interface MemoryFilesOptions {
  /** What the files hold, by absolute path with `/`; a string is UTF-8. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>
  /** Symbolic links: the path of the link, and where it leads. */
  readonly links?: Readonly<Record<string, string>>
  /** Makes operations fail: a full disk (`ENOSPC`), a folder that may not be written (`EACCES`)... */
  readonly failOn?: FailOn
}

/** Files in memory, with a way to look at all of them at once. */
export interface MemoryFiles extends Files {
  /** Every file's bytes by its path, links resolved, sorted by path. */
  all(): ReadonlyMap<string, Uint8Array>
}

type Node =
  | { kind: 'file'; bytes: Uint8Array; version: number }
  | { kind: 'folder' }
  | { kind: 'link'; to: string }

// As many as Linux follows (path_resolution(7)).
const mostLinks = 40

/** Files that live and die with the object. They behave as `diskFiles` do. */
export function memoryFiles(options: MemoryFilesOptions = {}): MemoryFiles {
  const nodes = new Map<string, Node>([['/', { kind: 'folder' }]])
  let versions = 0

  /** The path with links resolved, and what is there; only its last part may be missing. */
  function walk(operation: string, path: string): { path: string; node: Node | undefined } {
    let links = 0
    let here = '/'
    const parts = split(absolute(path))
    for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
      const node = nodes.get(here)
      if (node?.kind === 'file') throw failure('ENOTDIR', operation, path)
      const next = posix.join(here, part)
      const found = nodes.get(next)
      if (found?.kind === 'link') {
        links += 1
        if (links > mostLinks) throw failure('ELOOP', operation, path)
        const to = posix.resolve(here, found.to)
        parts.unshift(...split(to))
        here = '/'
        continue
      }
      if (!node) throw failure('ENOENT', operation, path)
      here = next
    }
    return { path: here, node: nodes.get(here) }
  }

  function find(operation: string, path: string) {
    const { path: real, node } = walk(operation, path)
    if (!node) throw failure('ENOENT', operation, path)
    return { path: real, node }
  }

  function findOrNothing(path: string) {
    try {
      return find('stat', path)
    } catch (error) {
      if (error instanceof TypeError) throw error
      return undefined
    }
  }

  function makeFolders(path: string): void {
    let here = '/'
    for (const part of split(path)) {
      here = posix.join(here, part)
      const found = findOrNothing(here)
      if (found?.node.kind === 'file') throw failure(here === path ? 'EEXIST' : 'ENOTDIR', 'mkdir', path)
      if (found) here = found.path
      else nodes.set(here, { kind: 'folder' })
    }
  }

  function put(path: string, bytes: Uint8Array): void {
    const target = findOrNothing(path)?.path ?? path
    makeFolders(posix.dirname(target))
    const real = posix.join(find('open', posix.dirname(target)).path, posix.basename(target))
    if (nodes.get(real)?.kind === 'folder') throw failure('EISDIR', 'rename', path)
    nodes.set(real, { kind: 'file', bytes: Uint8Array.from(bytes), version: ++versions })
  }

  function check(operation: FileOperation, path: string): void {
    const code = options.failOn?.(operation, path)
    if (code) throw failure(code, operation, path)
  }

  for (const [path, content] of Object.entries(options.files ?? {}))
    put(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  for (const [path, to] of Object.entries(options.links ?? {})) {
    makeFolders(posix.dirname(path))
    nodes.set(path, { kind: 'link', to })
  }

  return {
    async read(path) {
      check('read', path)
      const { node } = find('open', path)
      if (node.kind !== 'file') throw failure('EISDIR', 'read', path)
      return Uint8Array.from(node.bytes)
    },
    async list(folder) {
      check('list', folder)
      const { path, node } = find('scandir', folder)
      if (node.kind !== 'folder') throw failure('ENOTDIR', 'scandir', folder)
      const names = [...nodes.keys()].filter(key => key !== '/' && posix.dirname(key) === path)
      return names.sort().flatMap((key): Entry[] => {
        const found = findOrNothing(key)?.node
        return found && found.kind !== 'link' ? [{ name: posix.basename(key), kind: found.kind }] : []
      })
    },
    async resolve(path) {
      check('resolve', path)
      return findOrNothing(path)?.path
    },
    async kind(path) {
      check('kind', path)
      const kind = findOrNothing(path)?.node.kind
      return kind === 'link' ? undefined : kind
    },
    async size(path) {
      absolute(path)
      const node = findOrNothing(path)?.node
      return node?.kind === 'file' ? node.bytes.byteLength : undefined
    },
    async stamps(paths) {
      return paths.map(path => {
        const node = findOrNothing(path)?.node
        if (node?.kind === 'file') return { id: String(node.version), isSettled: true, isFine: true }
        // A folder has no version of its own: it is looked at each time.
        return node && { id: 'folder', isSettled: false, isFine: true }
      })
    },
    async write(path, bytes) {
      absolute(path)
      check('write', path)
      put(path, bytes)
    },
    async remove(path) {
      absolute(path)
      check('remove', path)
      for (const key of [...nodes.keys()]) {
        if (key !== '/' && (key === path || key.startsWith(`${path}/`))) nodes.delete(key)
      }
    },
    all() {
      const files = [...nodes].flatMap(([path, node]) =>
        node.kind === 'file' ? ([[path, node.bytes]] as const) : [],
      )
      return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)))
    },
  }
}

const split = (path: string): string[] => path.split('/').filter(part => part !== '' && part !== '.')

/** An error as Node's file system gives. */
function failure(code: string, operation: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${operation} '${path}'`), { code, path, syscall: operation })
}
