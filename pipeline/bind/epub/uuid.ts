import { createHash } from 'node:crypto'

// RFC 9562, 6.6: the namespace of names that are URLs.
const urls = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'

/**
 * The name-based UUID, version 5 (RFC 9562, 5.5): the same name always gives the same identifier.
 *
 * @param name What is identified, as the URL of an article.
 * @param namespace A UUID. Default: the namespace of URLs.
 */
export function uuidV5(name: string, namespace: string = urls): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6)
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8)
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
