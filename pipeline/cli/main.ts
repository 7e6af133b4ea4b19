#!/usr/bin/env node
import { run } from './program.js'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop.abort(new Error('stopped'))
    // A second signal does what it always does.
    process.once(signal, () => process.exit(130))
  })
}

// Whoever reads may have had enough (`trifold --help | head`): then the rest goes nowhere, and the work is done all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const hasTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true

process.exitCode = await run(process.argv.slice(2), {
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
