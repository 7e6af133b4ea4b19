import type { World } from '../world.js'
import type { FontAsset } from './assets.js'

/** A part of a font's characters that has a file of its own. */
export interface FontSlice {
  /** Its part of the file's name: `latin`, or `12` in a package of numbered slices. */
  readonly name: string
  /** CSS `unicode-range`. */
  readonly unicodeRange: string
  has(codePoint: number): boolean
}

/** A package of Fontsource (https://fontsource.org/docs), as far as its own tables tell. */
export interface FontPackage {
  readonly name: string
  /** The family, `Noto Serif SC` say; the package's name where it does not tell. */
  readonly family: string
  /** In the package's order; of two that hold a character, a browser takes the later. */
  readonly slices: readonly FontSlice[]
  readonly weights: readonly number[]
  readonly styles: readonly FontAsset['style'][]
}

/** Reads what a package holds, from its `metadata.json` and `unicode.json`; undefined where it is not installed. */
export async function openFontPackage(
  packageFile: World['packageFile'],
  name: string,
): Promise<FontPackage | undefined> {
  const [metadata, unicode] = await Promise.all([
    readTable(packageFile, `${name}/metadata.json`),
    readTable(packageFile, `${name}/unicode.json`),
  ])
  if (!metadata || !unicode) return undefined
  const weights = listOf(metadata.weights).filter(weight => typeof weight === 'number')
  const styles = listOf(metadata.styles).filter(style => style === 'normal' || style === 'italic')
  const slices = Object.entries(unicode).flatMap(([key, range]): FontSlice[] =>
    typeof range === 'string'
      ? [{ name: key.replace(/^\[(\d+)\]$/, '$1'), unicodeRange: range, has: covers(range) }]
      : [],
  )
  const family = typeof metadata.family === 'string' ? metadata.family : name
  return { name, family, slices, weights, styles }
}

/** The path of a face's file in its package. */
export function facePath(font: FontPackage, slice: FontSlice, weight: number, style: string): string {
  const id = font.name.split('/').at(-1)
  return `${font.name}/files/${id}-${slice.name}-${weight}-${style}.woff2`
}

/** Whether a CSS `unicode-range` (css-fonts-4, 4.5) holds a code point: `U+26`, `U+0-7F`, `U+4??`. */
export function covers(unicodeRange: string): (codePoint: number) => boolean {
  const ranges = [...unicodeRange.matchAll(/U\+([0-9a-f]*)(\?*)(?:-([0-9a-f]+))?/gi)].map(
    ([, start = '', wild = '', end]) => {
      const first = Number.parseInt(start + '0'.repeat(wild.length), 16)
      return [first, Number.parseInt(end ?? start + 'f'.repeat(wild.length), 16)] as const
    },
  )
  return codePoint => ranges.some(([first, last]) => codePoint >= first && codePoint <= last)
}

async function readTable(
  packageFile: World['packageFile'],
  path: string,
): Promise<Record<string, unknown> | undefined> {
  const bytes = await packageFile(path)
  if (!bytes) return undefined
  const table: unknown = JSON.parse(new TextDecoder().decode(bytes))
  return typeof table === 'object' && table !== null ? (table as Record<string, unknown>) : undefined
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
