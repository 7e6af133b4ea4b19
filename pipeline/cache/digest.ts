import { createHash } from 'node:crypto'

/** What a digest is made of. Trees and settings stand in it as JSON, maps as their entries. */
export type DigestPart = string | Uint8Array | number | boolean | null | undefined | object

/**
 * A short name for content: the first 40 hex digits of a SHA-256 over all parts, each with its length, so that no two
 * lists of parts run together.
 *
 * @throws {TypeError} for bytes that are within another part
 */
export function digestOf(...parts: readonly DigestPart[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    const bytes = part instanceof Uint8Array ? part : Buffer.from(asJson(part))
    hash.update(`${part instanceof Uint8Array ? 'b' : 'j'}${bytes.byteLength}:`).update(bytes)
  }
  return hash.digest('hex').slice(0, 40)
}

const asJson = (part: DigestPart): string => JSON.stringify(part, entriesOfMaps) ?? 'undefined'

/** JSON has no maps and no sets, and would have each of them empty. */
function entriesOfMaps(this: unknown, key: string, value: unknown): unknown {
  // A buffer has been made a list of numbers by now, which takes long; what holds it has it still.
  if ((this as Record<string, unknown>)[key] instanceof Uint8Array)
    throw new TypeError('Expected bytes as parts of their own')
  if (value instanceof Map) return { map: [...value] }
  return value instanceof Set ? { set: [...value] } : value
}
