import { z } from 'zod'
import { type Build, BuildRefused, buildOf, reportFile } from '../build.js'
import { digest } from './shapes.js'

/** Files of a build at most: an issue with many pictures has some dozens. */
const mostFiles = 500
/** Bytes of a build at most, all files together. */
const mostBytes = 30 * 1024 * 1024
/** Characters of a request at most: a build in base64 (RFC 4648, 4), the paths of its files, and what is asked. */
export const mostOfRequest = Math.ceil(mostBytes / 3) * 4 + mostFiles * 1000

/** What cannot be seen, or is half a character, has no place in a path, nor does what leads out of a folder. */
const name = z
  .string()
  .max(300)
  .regex(/^(?!\.\.?(?:\/|$))[^\p{C}\\/]+$/u, { error: 'expected the name of an issue' })
const path = z
  .string()
  .max(500)
  .regex(/^(?!.*(?:^|\/)\.\.?(?:\/|$))[^\p{C}\\/:][^\p{C}\\]*$/u, { error: 'expected a path in a folder' })

/** A build on its way to another machine: the files that the ledger keeps. */
export const buildOnTheWay = z.strictObject({
  digest,
  files: z.array(z.strictObject({ path, base64: z.string() })).max(mostFiles),
})

/** What of a report is looked at, which whoever sends it may have written. */
const report = z.object({
  slug: name,
  title: z.string().max(10_000),
  formats: z.record(
    z.string(),
    z.object({
      state: z.enum(['built', 'stale', 'none']),
      files: z.array(z.object({ path, bytes: z.number().int().min(0), sha256: z.string() })).max(10_000),
    }),
  ),
  messages: z.array(
    z.object({
      file: z.string(),
      line: z.number().optional(),
      severity: z.enum(['error', 'warning', 'info']),
      reason: z.string(),
    }),
  ),
})

/** Makes a build ready for the way. @throws BuildRefused where it is too much */
export function sentBuild({ digest, files }: Build): z.infer<typeof buildOnTheWay> {
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0)
  if (size > mostBytes || files.size > mostFiles)
    throw new BuildRefused(
      `The build has ${files.size} files of ${size} bytes in all, expected ${mostFiles} files of ${mostBytes} bytes at most: pictures that go along with the email are better smaller.`,
    )
  return {
    digest,
    files: [...files].map(([path, bytes]) => ({ path, base64: Buffer.from(bytes).toString('base64') })),
  }
}

/**
 * A build that has come, held against its report as one on the disk is.
 *
 * @throws BuildRefused, PartsRefused
 */
export function arrivedBuild(sent: z.infer<typeof buildOnTheWay>): Build {
  const files = new Map(
    sent.files.map(({ path, base64 }) => [path, new Uint8Array(Buffer.from(base64, 'base64'))]),
  )
  const build = buildOf(files)
  const changed = 'The build is not as it was sent: something on the way has changed it. Send it again.'
  if (build.digest !== sent.digest || files.size !== sent.files.length) throw new BuildRefused(changed)
  const { error } = report.safeParse(build.report)
  if (error)
    throw new BuildRefused(
      `${reportFile} is not the report of a build: ${error.issues[0]?.path.join('.')}: ${error.issues[0]?.message}. Build the issue again.`,
    )
  const known = new Set(build.report.formats.email?.files.map(file => file.path))
  for (const path of files.keys())
    if (path !== reportFile && !known.has(path))
      throw new BuildRefused(`${path} is not in the report of the build. Build the issue again.`)
  return build
}
