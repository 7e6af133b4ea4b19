/**
 * Does a task for each item, a few at a time.
 *
 * @param most how many run at once
 * @returns the results, in the order of the items
 * @throws what the first failing task throws; no further task is begun then
 */
export async function mapFew<Item, Result>(
  items: readonly Item[],
  most: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  let failed = false
  const work = async () => {
    for (const [index, item] of queue) {
      if (failed) return
      try {
        results[index] = await task(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const workers = Array.from({ length: Math.min(most, items.length) }, work)
  await Promise.all(workers)
  return results
}
