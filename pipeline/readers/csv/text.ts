import { isAscii } from 'node:buffer'
import { withWindowsSigns } from '../../read/decode.js'
import { type Encoding, encodingOf } from '../../read/encoding.js'
import { CsvUnreadable } from './unreadable.js'

/** Bytes that are looked at from the first that is not ASCII on, to tell the encoding. */
const sample = 64 * 1024
/** Characters of a line at most. Without a bound, a line of separators becomes as many cells as it has bytes. */
const longestLine = 256 * 1024

/** Bytes that a file is given in: as much of them as is read at a time. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/**
 * A file's text, piece by piece, with lines that end in a line feed.
 *
 * The encoding is told as `encodingOf` tells it, but not before a byte comes that is not ASCII.
 *
 * @param found is told the encoding when it is known; not at all where all is ASCII
 * @throws CsvUnreadable
 */
export async function* textOf(chunks: Chunks, found: (encoding: Encoding) => void): AsyncGenerator<string> {
  let lines = 1
  let lineLength = 0
  let held = ''
  for await (const text of decoded(chunks, found)) {
    const whole = held + text
    // What comes next may be the other half of the line's end.
    held = whole.endsWith('\r') ? '\r' : ''
    const piece = (held ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n')
    let end = -1
    for (let next = piece.indexOf('\n'); next >= 0; next = piece.indexOf('\n', end + 1)) {
      lines += 1
      lineLength = 0
      end = next
    }
    lineLength += piece.length - end - 1
    if (lineLength > longestLine) {
      throw new CsvUnreadable(
        lines,
        `Unexpected line of more than ${longestLine} characters, expected a row of a table; is this a CSV file?`,
      )
    }
    yield piece
  }
  if (held) yield '\n'
}

async function* decoded(chunks: Chunks, found: (encoding: Encoding) => void): AsyncGenerator<string> {
  let decode: ((bytes: Uint8Array, isLast: boolean) => string) | undefined
  let undecided: Buffer = Buffer.alloc(0)
  let isFirst = true
  for await (const chunk of chunks) {
    if (decode) {
      yield decode(chunk, false)
      continue
    }
    undecided = Buffer.concat([undecided, chunk])
    if (undecided.length < 4) continue
    if (isFirst) refuseOthers(undecided)
    if (isAscii(undecided) && !(isFirst && undecided.includes(0))) {
      yield undecided.toString('latin1')
      undecided = Buffer.alloc(0)
      isFirst = false
      continue
    }
    if (undecided.length < sample || isAscii(wholeSequences(undecided))) continue
    decode = decoderFor(undecided, found)
    yield decode(undecided, false)
  }
  if (!decode && undecided.length > 0) {
    if (isFirst) refuseOthers(undecided)
    decode = decoderFor(undecided, found)
    yield decode(undecided, false)
  }
  if (decode) yield decode(new Uint8Array(), true)
}

/** A workbook has addresses in it as well, and would be read as one broken line. */
function refuseOthers(start: Buffer): void {
  if (start.toString('latin1', 0, 4) === 'PK\u0003\u0004') {
    throw new CsvUnreadable(
      1,
      'Unexpected ZIP archive or workbook, expected a CSV file; save the sheet as CSV, or unpack it',
    )
  }
}

function decoderFor(bytes: Buffer, found: (encoding: Encoding) => void) {
  const first = bytes.findIndex(byte => byte >= 0x80)
  const from = Math.max(0, first)
  // A mark of the byte order and the zeros of UTF-16 stand at the beginning.
  const start = encodingOf(bytes.subarray(0, 1024))
  const encoding = start.name.startsWith('utf-16')
    ? start
    : encodingOf(wholeSequences(bytes.subarray(from, from + sample)))
  found(encoding)
  const decoder = new TextDecoder(encoding.name)
  return (chunk: Uint8Array, isLast: boolean) =>
    withWindowsSigns(decoder.decode(chunk, { stream: !isLast }), encoding.name)
}

/** Bytes without a UTF-8 sequence at their end that the next ones complete (RFC 3629, 3). */
function wholeSequences(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}
