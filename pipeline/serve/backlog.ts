/** Work that is done after the answer, so that nobody can tell from how long an answer took what there was to do. */
export interface Backlog {
  /** Takes on work. @returns false where there is too much of it already */
  add(work: () => Promise<void>): boolean
  /** Resolves when nothing is left to do. Never rejects. */
  idle(): Promise<void>
}

/**
 * Makes a backlog: one piece of work after another.
 *
 * @param failed told why a piece was not done
 * @param most pieces that wait
 */
export function backlog(failed: (error: unknown) => void, most = 1000): Backlog {
  let waiting = 0
  let last: Promise<void> = Promise.resolve()
  return {
    add(work) {
      if (waiting >= most) return false
      waiting += 1
      last = last
        .then(work)
        .catch(failed)
        .finally(() => {
          waiting -= 1
        })
      return true
    },
    async idle() {
      while (waiting > 0) await last
    },
  }
}
