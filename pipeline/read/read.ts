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
  const isPacked = /\.(?:docx|zip|json|xml|csv)$/i.test(source.path)
  const largest = isPacked ? largestPacked : largestText
  const refuse = (size: number) => {
    report(
      'article-unreadable',
      `Unexpected size of ${size} bytes, expected at most ${largest}; split the article`,
    )
    return undefined
  }
  try {
    const size = source.bytes?.byteLength ?? (await world.files.size(source.path)) ?? 0
    if (size > largest) return refuse(size)
    const bytes = source.bytes ?? (await world.files.read(source.path))
    // What has no size of its own, a pipe say, is judged by what came.
    return bytes.byteLength > largest ? refuse(bytes.byteLength) : bytes
  } catch (error) {
    report(
      'article-unreadable',
      `Cannot read the file: ${error instanceof Error ? error.message : String(error)}`,
    )
    return undefined
  }
}
