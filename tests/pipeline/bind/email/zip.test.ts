import { crc32 } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../../pipeline/bind/email/zip.js'
import { readZip } from '../../../support/zip.js'

const files = [
  { path: 'email.html', bytes: Buffer.from('<p>é</p>') },
  { path: 'images/a.png', bytes: Uint8Array.of(0, 1, 2, 255) },
]

describe('a zip', () => {
  it('gives back its files, on the first day that a zip can name', () => {
    const read = readZip(zipOf(files))
    expect(read.map(({ name, date }) => [name, date])).toEqual(
      files.map(({ path }) => [path, '1980-01-01 00:00:00']),
    )
    for (const [at, { bytes }] of files.entries())
      expect(Buffer.compare(read[at]?.bytes ?? Buffer.alloc(0), bytes)).toBe(0)
  })

  it('has a directory that leads to each file (APPNOTE 4.3.12, 4.3.16)', () => {
    const zip = Buffer.from(zipOf(files))
    const end = zip.length - 22
    expect(zip.readUInt32LE(end)).toBe(0x06054b50)
    expect(zip.readUInt16LE(end + 10)).toBe(files.length)
    let at = zip.readUInt32LE(end + 16)
    for (const { path, bytes } of files) {
      expect(zip.readUInt32LE(at)).toBe(0x02014b50)
      expect(zip.readUInt32LE(at + 16)).toBe(crc32(bytes))
      const length = zip.readUInt16LE(at + 28)
      expect(zip.toString('latin1', at + 46, at + 46 + length)).toBe(path)
      const local = zip.readUInt32LE(at + 42)
      expect(zip.readUInt32LE(local)).toBe(0x04034b50)
      at += 46 + length
    }
    expect(at).toBe(end)
  })

  it('is empty where there are no files', () => {
    expect(zipOf([]).byteLength).toBe(22)
  })
})
