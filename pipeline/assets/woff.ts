import { inflateSync } from 'node:zlib'

/** A font as it is inside a WOFF 1.0 file: OpenType with outlines of either kind. */
export interface Sfnt {
  readonly type: 'ttf' | 'otf'
  readonly bytes: Uint8Array
}

/** Bytes of the two headers, and of an entry of each directory (WOFF 1.0, sections 3 and 4; OpenType, "Table Directory"). */
const woffHeader = 44
const woffEntry = 20
const sfntHeader = 12
const sfntEntry = 16

/** Takes a font out of its WOFF 1.0 wrapping, byte for byte what was wrapped. Undefined for what is no such file. */
export function unwrapped(woff: Uint8Array): Sfnt | undefined {
  const file = Buffer.from(woff.buffer, woff.byteOffset, woff.byteLength)
  if (file.toString('latin1', 0, 4) !== 'wOFF') return undefined
  const [flavour, count, size] = [file.readUInt32BE(4), file.readUInt16BE(12), file.readUInt32BE(16)]
  const font = Buffer.alloc(size)
  font.writeUInt32BE(flavour, 0)
  font.writeUInt16BE(count, 4)
  const power = Math.floor(Math.log2(count))
  font.writeUInt16BE(16 * 2 ** power, 6)
  font.writeUInt16BE(power, 8)
  font.writeUInt16BE(16 * count - 16 * 2 ** power, 10)
  let end = sfntHeader + sfntEntry * count
  for (let index = 0; index < count; index += 1) {
    const from = woffHeader + woffEntry * index
    const [start, packed, length] = [4, 8, 12].map(at => file.readUInt32BE(from + at)) as [
      number,
      number,
      number,
    ]
    const data = file.subarray(start, start + packed)
    const table = packed < length ? inflateSync(data) : data
    const entry = sfntHeader + sfntEntry * index
    file.copy(font, entry, from, from + 4)
    file.copy(font, entry + 4, from + 16, from + 20)
    font.writeUInt32BE(end, entry + 8)
    font.writeUInt32BE(length, entry + 12)
    table.copy(font, end)
    // Tables begin at a multiple of four.
    end += Math.ceil(length / 4) * 4
  }
  return { type: flavour === 0x4f54544f ? 'otf' : 'ttf', bytes: font }
}
