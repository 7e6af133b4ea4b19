import { analyse } from 'chardet'

/** How bytes were found to be text. */
export interface Encoding {
  /** As the Encoding Standard names it (encoding.spec.whatwg.org). */
  readonly name: string
  /** Whether the bytes themselves do not say so, and it was told from what they look like. */
  readonly guessed: boolean
}

/** How many bytes are looked at: the letters of a language show on the first pages. */
const sample = 64 * 1024

/** The least that the detector must be sure of, in percent, before its word is taken. */
const confident = 25

/**
 * The encoding of a text: what a byte order mark says, else what the file says of itself, else UTF-8 where that is
 * valid or was damaged in few places, else what the letters look like.
 *
 * @param declared what the file says of itself, a page in `<meta charset>` say
 */
export function encodingOf(bytes: Uint8Array, declared?: string): Encoding {
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes)
  if (marked) return { name: marked, guessed: false }
  const { valid, invalid } = utf8Sequences(bytes)
  if (invalid === 0) return { name: 'utf-8', guessed: false }
  const told = declared && known(declared)
  if (told && told !== 'utf-8') return { name: told, guessed: false }
  if (valid > invalid) return { name: 'utf-8', guessed: false }
  const [best] = analyse(bytes.subarray(0, sample))
  const name = best && best.confidence >= confident ? known(best.name) : undefined
  return { name: name ?? 'windows-1252', guessed: true }
}

/** What a page says of its own encoding, in its first 1,024 bytes (HTML, 13.2.3.2, "prescan"); or an XML declaration. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return (
    /<meta\s[^>]*charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w:.-]+)["']/i.exec(head)?.[1]
  )
}

/** Encoding Standard, "BOM sniff". */
function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 without its mark, as Windows' Notepad once wrote it: every second byte of Western text is NUL. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const part = bytes.subarray(0, 1024)
  const nulls = [0, 0]
  for (const [index, byte] of part.entries()) if (byte === 0) nulls[index % 2] = (nulls[index % 2] ?? 0) + 1
  const half = part.length / 2
  const [even = 0, odd = 0] = nulls
  if (half < 4) return undefined
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : undefined
}

/** How many sequences of more than one byte are UTF-8, and how many bytes are none. */
function utf8Sequences(bytes: Uint8Array): { valid: number; invalid: number } {
  let valid = 0
  let invalid = 0
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] ?? 0
    const length = sequenceLength(byte)
    const rest = bytes.subarray(index + 1, index + length)
    if (length === 0 || rest.length < length - 1 || rest.some(each => (each & 0xc0) !== 0x80)) {
      invalid++
      index++
      continue
    }
    if (length > 1) valid++
    index += length
  }
  return { valid, invalid }
}

/** Bytes of a UTF-8 sequence by its first (RFC 3629, 3); none for a byte that begins no sequence. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1
  if (first >= 0xc2 && first < 0xe0) return 2
  if (first >= 0xe0 && first < 0xf0) return 3
  return first >= 0xf0 && first < 0xf5 ? 4 : 0
}

/** The name under which this Node decodes it; undefined where it does not. */
function known(name: string): string | undefined {
  try {
    return new TextDecoder(name.trim()).encoding
  } catch {
    return undefined
  }
}
