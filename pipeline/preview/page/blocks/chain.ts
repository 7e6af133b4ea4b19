import type { Sighting } from './sightings.js'

/** Letters at the ends of two parts that may be of both: they agree there by chance. */
const shared = 4

/**
 * Of all places where parts of blocks are read those that follow one another in both, and together have the most letters.
 * So a heading that a list of contents repeats is where its section is. Of two that are as good the later is taken: lists
 * of contents come first.
 *
 * @param offsets where each block begins, of all their letters one after the other
 * @param total how many letters the blocks have
 */
export function chainOf(found: readonly Sighting[], offsets: readonly number[], total: number): Sighting[] {
  const at = ({ block, from }: Sighting) => (offsets[block] ?? 0) + from
  const best = new Float64Array(found.length)
  const before = new Int32Array(found.length).fill(-1)
  // The best chain that ends before a letter of the blocks: a tree of maxima (Fenwick, 1994).
  const tree = new Int32Array(total + 2).fill(-1)
  const better = (one: number, other: number) =>
    one >= 0 && (other < 0 || (best[one] ?? 0) >= (best[other] ?? 0))
  const bestUntil = (letter: number) => {
    let result = -1
    for (let index = letter + 1; index > 0; index -= index & -index) {
      const there = tree[index] ?? -1
      if (there >= 0 && (result < 0 || (best[there] ?? 0) > (best[result] ?? 0))) result = there
    }
    return result
  }
  const put = (sighting: number, letter: number) => {
    for (let index = letter + 1; index < tree.length; index += index & -index)
      if (better(sighting, tree[index] ?? -1)) tree[index] = sighting
  }

  const numbers = found.map((_, index) => index)
  const of = (index: number) => found[index] as Sighting
  const byStart = [...numbers].sort((a, b) => of(a).start - of(b).start)
  const byEnd = [...numbers].sort((a, b) => endOf(of(a)) - endOf(of(b)))
  let ended = 0
  let last = -1
  for (const index of byStart) {
    const sighting = of(index)
    for (; ended < byEnd.length; ended += 1) {
      const earlier = byEnd[ended] as number
      if (endOf(of(earlier)) - shared > sighting.start) break
      put(earlier, at(of(earlier)) + of(earlier).length - shared)
    }
    const link = bestUntil(at(sighting))
    before[index] = link
    best[index] = sighting.length + (link < 0 ? 0 : (best[link] ?? 0))
    if (better(index, last)) last = index
  }
  const chain: Sighting[] = []
  for (let index = last; index >= 0; index = before[index] ?? -1) chain.unshift(of(index))
  return chain
}

export const endOf = ({ start, length }: Sighting): number => start + length
