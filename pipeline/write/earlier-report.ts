import { join } from 'node:path'
import type { Downloads } from '../render/rendition.js'
import type { Files } from '../world.js'
import type { IssueReport } from './report.js'

/** The account of an earlier build of an issue. @param folder the issue's, absolute */
export async function earlierReport(folder: string, files: Files): Promise<IssueReport | undefined> {
  const path = join(folder, 'report.json')
  if ((await files.kind(path)) !== 'file') return undefined
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(await files.read(path)))
    return isReport(parsed) ? parsed : undefined
  } catch {
    // Somebody's own file, or a torn one: this build's report takes its place.
    return undefined
  }
}

const isReport = (value: unknown): value is IssueReport =>
  typeof value === 'object' &&
  value !== null &&
  'formats' in value &&
  typeof value.formats === 'object' &&
  value.formats !== null &&
  Object.values(value.formats).every(
    entry =>
      Array.isArray(entry?.files) &&
      entry.files.every((file: { path?: unknown }) => typeof file?.path === 'string'),
  )

/** The editions that an earlier build of an issue wrote and that are there still. @param folder the issue's, absolute */
export async function earlierDownloads(folder: string, files: Files): Promise<Downloads> {
  const report = await earlierReport(folder, files)
  const found: { -readonly [format in keyof Downloads]: Downloads[format] } = {}
  for (const format of ['pdf', 'epub'] as const) {
    const file = report?.formats[format]?.files.find(({ path }) => path.endsWith(`.${format}`))
    if (file && (await files.kind(join(folder, file.path))) === 'file') found[format] = { bytes: file.bytes }
  }
  return found
}
