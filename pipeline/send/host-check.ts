import type { Format } from '../article.js'
import { FetchRefused, type World } from '../world.js'
import type { IssueReport } from '../write/report.js'
import { sha256 } from './build.js'

/** What is looked for at the host. */
export interface HostCheck {
  /** Where the web edition is, without a slash at its end. */
  readonly url: string
  readonly report: IssueReport
  readonly signal?: AbortSignal | undefined
}

/** Formats whose files the host has; of the email the pictures, which mail programs load. */
const hosted: readonly Format[] = ['email', 'web', 'pdf', 'epub']

/** What only the build and the sender need. */
const isPrivate = (path: string) => /^email\.|^item\.json$/.test(path)

/** How long an answer may take. */
const patience = 30_000
/** Asked of a host at a time. */
const atOnce = 4

/**
 * Asks the host for every file of a build that readers are led to, and holds the bytes against the report: who reads a
 * letter must not find an older page, or none.
 *
 * @returns what is wrong, a line for each file
 */
export async function checkHost(
  { url, report, signal }: HostCheck,
  world: Pick<World, 'fetch'>,
): Promise<readonly string[]> {
  const files = new Map(
    hosted
      .flatMap(format => report.formats[format]?.files ?? [])
      .filter(({ path }) => !isPrivate(path))
      .map(file => [file.path, file]),
  )
  const faults: string[] = []
  const left = [...files.values()]
  const { host } = new URL(url)
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let file = left.shift(); file; file = left.shift()) {
        const address = `${url}/${encodeURI(report.slug)}/${encodeURI(file.path)}`
        const fault = await faultAt(address, file, host, world, signal)
        if (fault !== undefined) faults.push(`${address} ${fault}`)
      }
    }),
  )
  return faults.sort()
}

async function faultAt(
  url: string,
  { bytes, sha256: expected }: { readonly bytes: number; readonly sha256: string },
  host: string,
  world: Pick<World, 'fetch'>,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  try {
    const found = await world.fetch({
      url,
      allows: to => to.host === host,
      // The publication's own host may be this machine.
      allowPrivate: true,
      accept: '*/*',
      bytes: bytes + 1,
      milliseconds: patience,
      signal,
    })
    return sha256(found.bytes) === expected ? undefined : 'is not as it was built; upload the folder again'
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error
    return `cannot be had: ${error.message}; upload the folder, or correct \`url\``
  }
}
