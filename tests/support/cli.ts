import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Asker } from '../../pipeline/cli/asker.js'
import { run } from '../../pipeline/cli/program.js'

/** How a call of `trifold` went. */
export interface Called {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface CallOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly input?: string | Uint8Array
  readonly signal?: AbortSignal
  /** Who answers; nobody by default, as where there is no terminal. */
  readonly asker?: () => Promise<Asker>
}

/** Calls `trifold` in this process, as the terminal would, with its output gathered. */
export async function trifold(
  argv: readonly string[],
  { cwd, env = {}, input = '', signal, asker }: CallOptions,
): Promise<Called> {
  const stdout: string[] = []
  const stderr: string[] = []
  const code = await run(argv, {
    cwd,
    env: {
      PATH: process.env.PATH,
      PUPPETEER_EXECUTABLE_PATH: process.env.PUPPETEER_EXECUTABLE_PATH,
      // What a test asks for is made, whatever an earlier one kept.
      TRIFOLD_CACHE_DIR: 'off',
      ...env,
    },
    stdout: { write: text => stdout.push(text) },
    stderr: { write: text => stderr.push(text) },
    stdin: (async function* () {
      yield typeof input === 'string' ? new TextEncoder().encode(input) : input
    })(),
    signal: signal ?? new AbortController().signal,
    ...(asker ? { asker } : {}),
  })
  return { code, stdout: stdout.join(''), stderr: stderr.join('') }
}

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trifold-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
