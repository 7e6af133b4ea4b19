import { basename, dirname, join, relative, sep } from 'node:path'
import { isManifest } from '../read/find.js'
import { kindOf } from '../read/readers.js'

/** What a watch is about. All paths are absolute. */
export interface WatchedPlaces {
  /** Folders that are watched with all in them. */
  readonly trees: readonly string[]
  /** Folders of which the files and the folders in them are watched, and no more. */
  readonly near: readonly string[]
  /** Files that are watched wherever they are, also where they are not there yet. */
  readonly files: readonly string[]
  /** Folders that are not looked into. */
  readonly except: readonly string[]
}

/** What is to be watched, in terms of the disk. */
export interface Scope {
  /** The folders to begin at: those above what is watched, so that it may go and come again. */
  readonly folders: readonly string[]
  /** Whether a path is what is watched, or on the way to it. */
  wants(path: string): boolean
  /** Whether a change of it may change what is built. */
  matters(path: string): boolean
}

/** The ways in which pictures are named. */
const picture = /\.(?:png|jpe?g|jfif|gif|webp|avif|svgz?|tiff?|hei[cf]|bmp)$/i

/** What programs leave beside what they write, and what nobody publishes. */
const isAside = (name: string): boolean => /^[.~]/.test(name) || /[~#]$/.test(name) || name === 'node_modules'

/** The scope of places. */
export function scopeOf({ trees, near, files, except }: WatchedPlaces): Scope {
  const exact = new Set(files)
  const folders = [...new Set([...trees, ...near, ...files].map(path => dirname(path)))]
  const within = (path: string): boolean => {
    const ways = [...trees.map(tree => wayTo(path, tree)), ...near.map(folder => wayTo(path, folder, 2))]
    return ways.some(way => way !== undefined && !way.some(isAside))
  }
  const wants = (path: string): boolean =>
    exact.has(path) ||
    folders.includes(path) ||
    (within(path) && !except.some(folder => wayTo(path, folder) !== undefined))
  return {
    folders,
    wants,
    matters: path => exact.has(path) || (wants(path) && (isSource(path) || picture.test(path))),
  }
}

/** Whether a file's name is one of an article, or of what lists some. */
export const isSource = (path: string): boolean => kindOf(path) !== undefined || isManifest(basename(path))

/** The names on the way from a folder to a path in it; undefined for one that is not, or farther down than `most`. */
function wayTo(path: string, folder: string, most = Number.POSITIVE_INFINITY): readonly string[] | undefined {
  if (path === folder) return []
  if (!path.startsWith(join(folder, sep))) return undefined
  const names = relative(folder, path).split(sep)
  return names.length <= most ? names : undefined
}
