import { spawn } from 'node:child_process'

/** How a command ended. */
export interface CommandResult {
  /** The exit code; null when it was killed or could not be run at all. */
  readonly code: number | null
  /** What it wrote on both streams, or why it could not be run. */
  readonly output: string
}

/** Runs a command without a shell. */
export type RunCommand = (
  command: string,
  args: readonly string[],
  signal?: AbortSignal,
) => Promise<CommandResult>

/** Runs a command with nothing on its input; apt asks no questions (DEBIAN_FRONTEND). Never rejects. */
export const runCommand: RunCommand = (command, args, signal) =>
  new Promise(resolve => {
    let output = ''
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      ...(signal && { signal }),
    })
    const hear = (chunk: string) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('error', error => resolve({ code: null, output: output || error.message }))
    child.once('close', code => resolve({ code, output }))
  })
