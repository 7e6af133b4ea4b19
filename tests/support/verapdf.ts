import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A rule of PDF/UA-1 that a file breaks, as veraPDF reports it. */
export interface VeraFailure {
  readonly file: string
  /** The clause of ISO 14289-1, `7.18.5`, with the number of the test. */
  readonly rule: string
  readonly description: string
  readonly times: number
}

/** veraPDF (https://verapdf.org), which is no npm package: what `VERAPDF` names, or `verapdf` on the path. */
export function findVeraPdf(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.VERAPDF) return env.VERAPDF
  const name = process.platform === 'win32' ? 'verapdf.bat' : 'verapdf'
  return (env.PATH ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(path => existsSync(path))
}

interface Report {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string }
      readonly validationResult?: readonly {
        readonly compliant: boolean
        readonly details: {
          readonly ruleSummaries: readonly {
            readonly clause: string
            readonly testNumber: number
            readonly failedChecks: number
            readonly description: string
          }[]
        }
      }[]
    }[]
  }
}

/**
 * Holds files to the profile of PDF/UA-1: a second to start, and a tenth of one a file.
 *
 * @throws Error when veraPDF gives no report, or none of a file.
 */
export async function runVeraPdf(verapdf: string, files: readonly string[]): Promise<VeraFailure[]> {
  const output = await new Promise<string>((resolve, reject) => {
    const flags = ['--flavour', 'ua1', '--format', 'json', ...files]
    // It ends with 1 where a file fails, and its report is complete all the same.
    execFile(verapdf, flags, { maxBuffer: 1 << 28, shell: process.platform === 'win32' }, (error, stdout) =>
      stdout ? resolve(stdout) : reject(error ?? new Error('veraPDF said nothing')),
    )
  })
  // The shape is veraPDF's own; a file without a result is told below.
  const { jobs } = (JSON.parse(output) as Report).report
  if (jobs.length !== files.length)
    throw new Error(`veraPDF looked at ${jobs.length} of ${files.length} files`)
  return jobs.flatMap(({ itemDetails, validationResult }) => {
    if (!validationResult) throw new Error(`veraPDF could not read ${itemDetails.name}`)
    return validationResult.flatMap(({ details }) =>
      details.ruleSummaries.map(({ clause, testNumber, failedChecks, description }) => ({
        file: itemDetails.name,
        rule: `${clause}-${testNumber}`,
        description,
        times: failedChecks,
      })),
    )
  })
}
