import type { Report } from '../messages.js'
import type { World } from '../world.js'
import type { IssueSource } from './find.js'

/** The largest text that is read, in bytes: above it parsing would take minutes (remark, measured). */
const largestText = 4 * 1024 * 1024
/** The largest file that holds pictures too, or many articles. */
const largestPacked = 64 * 1024 * 1024

/** The bytes of a source, or undefined with a message that says why not. */
export async function readBytes(
  source: IssueSource,
  world: World,
  report: Report,
): Promise<Uint8Array | undefined> {
  let bytes: Uint8Array
  try {
    bytes = source.bytes ?? (await world.files.read(source.path))
  } catch (error) {
    report(
      'article-unreadable',
      `Cannot read the file: ${error instanceof Error ? error.message : String(error)}`,
    )
    return undefined
  }
  const isPacked = /\.(?:docx|zip|json|xml|csv)$/i.test(source.path)
  const largest = isPacked ? largestPacked : largestText
  if (bytes.byteLength > largest) {
    report(
      'article-unreadable',
      `Unexpected size of ${bytes.byteLength} bytes, expected at most ${largest}; split the article`,
    )
    return undefined
  }
  return bytes
}
