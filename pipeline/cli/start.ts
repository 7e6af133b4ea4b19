import { run } from './program.js'
import { outliveReader } from './reader-gone.js'

/** Runs the command in this process, whose streams and signals it takes, and sets its exit code. */
export async function start(args: readonly string[]): Promise<void> {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop.abort(new Error('stopped'))
      // A second signal does what it always does.
      process.once(signal, () => process.exit(130))
    })
  }
  outliveReader(process.stdout)
  outliveReader(process.stderr)
  const hasTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true
  process.exitCode = await run(args, {
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    signal: stop.signal,
    ...(hasTerminal
      ? {
          asker: async () =>
            (await import('./asker.js')).terminalAsker(process.stdin, process.stdout, stop.signal),
        }
      : {}),
  })
}
