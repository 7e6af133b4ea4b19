/** What is done with each item of a list. */
export interface Work<Item, Prepared, Result> {
  /** Runs for one item after another, in order. */
  prepare(item: Item): Promise<Prepared>
  /** Runs for a few items at a time. */
  finish(prepared: Prepared): Promise<Result>
  /** Told of each result in the order of the items, whichever was finished first. */
  tell(result: Result, done: number): void
}

/**
 * Prepares items one after another and finishes a few at a time.
 *
 * @param atOnce how many are under way at a time
 * @returns the results in the order of the items
 */
export async function inOrder<Item, Prepared, Result>(
  items: readonly Item[],
  work: Work<Item, Prepared, Result>,
  atOnce = 2,
): Promise<Result[]> {
  const running = new Set<Promise<unknown>>()
  const results: Promise<Result>[] = []
  let told: Promise<void> = Promise.resolve()
  try {
    for (const item of items) {
      const prepared = await work.prepare(item)
      while (running.size >= atOnce) await Promise.race(running)
      const result = work.finish(prepared)
      const settled: Promise<unknown> = result.then(
        () => running.delete(settled),
        () => running.delete(settled),
      )
      running.add(settled)
      const done = results.push(result)
      told = told.then(async () => work.tell(await result, done))
      // A failure surfaces below; until then it is not unhandled.
      told.catch(() => undefined)
    }
    const finished = await Promise.all(results)
    await told
    return finished
  } finally {
    // Nothing writes any more when a failure is told.
    await Promise.all(running)
  }
}
