import { crc32 } from 'node:zlib'

/** A file of an archive. */
export interface ZipFile {
  /** Relative, with `/` between folders; ASCII. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** 1 January 1980, the first day that a zip can name: nothing of an archive depends on when it is made (APPNOTE 4.4.6). */
const firstDay = 0x21
/** The version that reads files as they are (APPNOTE 4.4.3). */
const version = 10
/** Signatures (APPNOTE 4.3.7, 4.3.12, 4.3.16). */
const localHeader = 0x04034b50
const directoryHeader = 0x02014b50
const directoryEnd = 0x06054b50

/** A zip archive of files stored as they are, in their order. The same files give the same bytes. */
export function zipOf(files: readonly ZipFile[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { path, bytes } of files) {
    const name = Buffer.from(path, 'latin1')
    const told = Buffer.alloc(26)
    told.writeUInt16LE(version, 0)
    told.writeUInt16LE(firstDay, 8)
    told.writeUInt32LE(crc32(bytes), 10)
    told.writeUInt32LE(bytes.byteLength, 14)
    told.writeUInt32LE(bytes.byteLength, 18)
    told.writeUInt16LE(name.byteLength, 22)
    const local = [uint32(localHeader), told, name, Buffer.from(bytes)]
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(uint32(directoryHeader), uint16(version), told, rest, name)
    parts.push(...local)
    at += local.reduce((sum, part) => sum + part.byteLength, 0)
  }
  const size = directory.reduce((sum, part) => sum + part.byteLength, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...parts, ...directory, uint32(directoryEnd), end]))
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
