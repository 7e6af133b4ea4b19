/** Lengths of a zip's records without what they are about (APPNOTE 4.3.12, 4.3.16). */
const entryLength = 46
const endLength = 22

/** The sizes of an EPUB's files as they are unpacked, in bytes, by name. It is one of ours: without a comment at its end. */
export function entrySizes(epub: Uint8Array): ReadonlyMap<string, number> {
  const zip = Buffer.from(epub.buffer, epub.byteOffset, epub.byteLength)
  const end = zip.length - endLength
  const sizes = new Map<string, number>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map(field => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const start = at + entryLength
    sizes.set(zip.toString('utf8', start, start + name), zip.readUInt32LE(at + 24))
    at = start + name + extra + comment
  }
  return sizes
}
