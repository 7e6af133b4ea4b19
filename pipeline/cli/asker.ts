import { createInterface } from 'node:readline'
import { Stopped, UsageError } from './exit.js'

/** Asks a person. */
export interface Asker {
  /**
   * The line that is typed, without its end.
   *
   * @throws {Stopped} at Ctrl-C
   * @throws {UsageError} where there is nothing more to read
   */
  ask(question: string): Promise<string>
  /** Gives the terminal back. */
  close(): void
}

/** Asks in a terminal, a line at a time. What is typed ahead of a question answers it. */
export function terminalAsker(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  signal: AbortSignal,
): Asker {
  const lines = createInterface({ input, output })
  const typed: string[] = []
  let waiting: { answer(line: string): void; fail(reason: unknown): void } | undefined
  let end: unknown
  /** Whoever waits, once: several lines may come before it is told of the first. */
  const waiter = () => {
    const told = waiting
    waiting = undefined
    return told
  }
  const fail = (reason: unknown) => {
    end ??= reason
    waiter()?.fail(end)
  }
  lines.on('line', line => {
    const told = waiter()
    if (told) told.answer(line)
    else typed.push(line)
  })
  lines.on('SIGINT', () => fail(new Stopped('stopped')))
  lines.on('close', () =>
    fail(new UsageError('\nUnexpected end of input, expected an answer; nothing was made')),
  )
  signal.addEventListener('abort', () => fail(signal.reason), { once: true })
  return {
    async ask(question) {
      lines.setPrompt(question)
      lines.prompt()
      const ahead = typed.shift()
      if (ahead !== undefined) return ahead
      return new Promise<string>((answer, reject) => {
        waiting = { answer, fail: reject }
        if (end) fail(end)
      })
    },
    close: () => lines.close(),
  }
}
