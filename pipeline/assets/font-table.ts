import { brotliDecompressSync } from 'node:zlib'
import { defaultTokens } from '../../templates/tokens.js'

/** What a font file says of itself. */
export interface FontTable {
  /** The name that a PDF calls the font by (OpenType, `name` table, id 6). */
  readonly postScriptName: string | undefined
  /** Whether it has a glyph for a character. */
  has(codePoint: number): boolean
}

/** Tables of WOFF2's list that are looked for, by their number in it (WOFF2, section 4.1). */
const cmap = 0
const nameTable = 5
const transformedByDefault = new Set([10, 11])

/**
 * Reads names and characters of a WOFF2 file (https://www.w3.org/TR/WOFF2/, section 4), a millisecond or two for a slice.
 * Undefined for what is no such file, or is broken.
 */
export function readFontTable(bytes: Uint8Array): FontTable | undefined {
  if (!read.has(bytes)) read.set(bytes, tableOf(bytes))
  return read.get(bytes)
}

/** A file is asked when it is picked, and once more when the PDF is looked at. */
const read = new WeakMap<Uint8Array, FontTable | undefined>()

/** Nothing is drawn for these, so no font needs them (UAX 44, Default_Ignorable_Code_Point). */
const undrawn = /^[\p{Cc}\p{Cf}\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u

/** Our faces have signs of their own at private code points (Unicode, 23.5), which are not those that a writer means. */
const ours: ReadonlySet<string> = new Set(
  [...Object.values(defaultTokens.fonts)].flat().map(({ family }) => family),
)

/** The drawn characters of a text that none of these fonts has a glyph for, each once, in the order they come. */
export function charactersWithout(
  fonts: readonly { readonly bytes: Uint8Array; readonly family: string }[],
  text: string,
): string[] {
  const theirs = fonts.filter(({ family }) => !ours.has(family))
  const has = (character: string) =>
    (/\p{Co}/u.test(character) ? theirs : fonts).some(({ bytes }) =>
      hasCharacter(readFontTable(bytes), character),
    )
  return [...new Set(text.normalize('NFC'))].filter(character => {
    if (undrawn.test(character) || has(character)) return false
    // A letter with its accent may have a glyph in parts only.
    const parts = [...character.normalize('NFD')]
    return parts.length === 1 || !parts.every(has)
  })
}

/** Whether a font has a character's first code point; none has where there is no table. */
export const hasCharacter = (table: FontTable | undefined, character: string): boolean =>
  table?.has(character.codePointAt(0) ?? 0) ?? false

function tableOf(bytes: Uint8Array): FontTable | undefined {
  try {
    const tables = tablesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const characters = tables.get(cmap)
    if (!characters) return undefined
    const names = tables.get(nameTable)
    return { postScriptName: names && postScriptName(names), has: charactersOf(characters) }
  } catch {
    return undefined
  }
}

function tablesOf(file: Buffer): Map<number, Buffer> {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('No WOFF2 file')
  const count = file.readUInt16BE(12)
  let at = 48
  const base128 = () => {
    let value = 0
    for (;;) {
      const byte = file.readUInt8(at++)
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
  const lengths = Array.from({ length: count }, () => {
    const flags = file.readUInt8(at++)
    const tag = flags & 0x3f
    if (tag === 0x3f) at += 4
    const length = base128()
    // Version 3 of the outlines' tables is the one that is not transformed; of any other table, version 0.
    const isTransformed = flags >> 6 !== (transformedByDefault.has(tag) ? 3 : 0)
    return [tag, isTransformed ? base128() : length] as const
  })
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)))
  let start = 0
  return new Map(
    lengths.map(([tag, length]) => {
      start += length
      return [tag, data.subarray(start - length, start)]
    }),
  )
}

function postScriptName(table: Buffer): string | undefined {
  const strings = table.readUInt16BE(4)
  for (let record = 6; record < 6 + 12 * table.readUInt16BE(2); record += 12) {
    if (table.readUInt16BE(record + 6) !== 6) continue
    const start = strings + table.readUInt16BE(record + 10)
    const text = table.subarray(start, start + table.readUInt16BE(record + 8))
    // Macintosh's names take a byte a letter, all others two; a PostScript name is ASCII.
    return text.toString('latin1').replaceAll('\0', '')
  }
  return undefined
}

function charactersOf(table: Buffer): (codePoint: number) => boolean {
  const ranges: [first: number, last: number, glyphOf?: (codePoint: number) => number][] = []
  for (let record = 4; record < 4 + 8 * table.readUInt16BE(2); record += 8) {
    const map = table.subarray(table.readUInt32BE(record + 4))
    const format = map.readUInt16BE(0)
    if (format === 12) {
      for (let group = 16; group < 16 + 12 * map.readUInt32BE(12); group += 12)
        ranges.push([map.readUInt32BE(group), map.readUInt32BE(group + 4)])
    } else if (format === 4) ranges.push(...segments(map))
  }
  return codePoint =>
    ranges.some(([first, last, glyphOf]) => {
      return codePoint >= first && codePoint <= last && glyphOf?.(codePoint) !== 0
    })
}

/** The segments of a subtable of format 4 (OpenType, `cmap`). */
function segments(map: Buffer): [number, number, (codePoint: number) => number][] {
  const size = map.readUInt16BE(6)
  return Array.from({ length: size / 2 }, (_, index) => {
    const end = 14 + 2 * index
    const start = end + 2 + size
    const delta = map.readUInt16BE(start + size)
    const at = start + 2 * size
    const offset = map.readUInt16BE(at)
    const first = map.readUInt16BE(start)
    const glyphOf = (codePoint: number) => {
      const glyph = offset === 0 ? codePoint : map.readUInt16BE(at + offset + 2 * (codePoint - first))
      return offset !== 0 && glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return [first, map.readUInt16BE(end), glyphOf]
  })
}
