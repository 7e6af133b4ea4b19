import type { Report } from '../messages.js'
import type { World } from '../world.js'
import { decode } from './decode.js'
import type { IssueSource } from './find.js'

/** The largest source that is read, in bytes: above it parsing would take minutes (remark, measured). */
const largest = 4 * 1024 * 1024

/** The text of a source, or undefined with a message that says why not. */
export async function readSource(
  source: IssueSource,
  world: World,
  report: Report,
): Promise<string | undefined> {
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
  if (bytes.byteLength > largest) {
    report(
      'article-unreadable',
      `Unexpected size of ${bytes.byteLength} bytes, expected at most ${largest}; split the article`,
    )
    return undefined
  }
  const text = decode(bytes, report)
  if (text.trim() === '') {
    report('article-empty', 'Unexpected empty file, expected front matter and text')
    return undefined
  }
  return text
}
