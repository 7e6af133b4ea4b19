import { inflateRawSync } from 'node:zlib'

/** One entry of a zip, as its local header and its data have it. */
export interface ZipEntry {
  name: string
  method: 'stored' | 'deflated'
  /** Length of the header's extra field. */
  extra: number
  /** The time of the header, to the two seconds that DOS keeps: `2026-03-01 12:30:00`. */
  date: string
  bytes: Uint8Array
  text: string
}

/** Reads the local headers of a zip in their order (APPNOTE 4.3.7), not its directory, which may tell otherwise. */
export function readZip(zip: Uint8Array): ZipEntry[] {
  const data = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  const entries: ZipEntry[] = []
  let at = 0
  while (data.readUInt32LE(at) === 0x04034b50) {
    if (data.readUInt16LE(at + 6) & 8) throw new Error('Unexpected sizes after the data')
    const method = data.readUInt16LE(at + 8) === 0 ? 'stored' : 'deflated'
    const nameEnd = at + 30 + data.readUInt16LE(at + 26)
    const extra = data.readUInt16LE(at + 28)
    const end = nameEnd + extra + data.readUInt32LE(at + 18)
    const packed = data.subarray(nameEnd + extra, end)
    const bytes = method === 'stored' ? packed : inflateRawSync(packed)
    entries.push({
      name: data.toString('utf8', at + 30, nameEnd),
      method,
      extra,
      date: dosDate(data.readUInt16LE(at + 12), data.readUInt16LE(at + 10)),
      bytes,
      text: bytes.toString('utf8'),
    })
    at = end
  }
  return entries
}

function dosDate(date: number, time: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [1980 + (date >> 9), two((date >> 5) & 15), two(date & 31)].join('-')
  return `${day} ${[two(time >> 11), two((time >> 5) & 63), two((time & 31) * 2)].join(':')}`
}
