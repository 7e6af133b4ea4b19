/**
 * Lets each host be asked by one at a time, with a pause between two questions.
 *
 * @param pause waits between them
 */
export function hostTurns(pause: () => Promise<void>): Turn {
  const last = new Map<string, Promise<unknown>>()
  return async (host, ask) => {
    const before = last.get(host)
    const turn = (async () => {
      if (before) {
        // Whatever came of it: that is for who asked.
        await before.catch(() => undefined)
        await pause()
      }
      return ask()
    })()
    last.set(host, turn)
    return turn
  }
}

/** Asks a host when its turn has come. */
export type Turn = <Result>(host: string, ask: () => Promise<Result>) => Promise<Result>
