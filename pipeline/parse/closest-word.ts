/**
 * The word that was most likely meant: the nearest by letters added, left out, changed or swapped with their neighbour
 * (optimal string alignment distance), where at most two, and at most a third of the letters, differ.
 */
export function closestWord(written: string, words: Iterable<string>): string | undefined {
  const most = Math.min(2, Math.floor(written.length / 3))
  let best: string | undefined
  let least = most + 1
  for (const word of words) {
    if (Math.abs(word.length - written.length) > most) continue
    const far = distance(written.toLowerCase(), word.toLowerCase())
    if (far < least) [best, least] = [word, far]
  }
  return best
}

function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1
      const steps = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + changed]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps.push((beforeLast[j - 2] ?? 0) + 1)
      row.push(Math.min(...steps))
    }
    ;[beforeLast, last] = [last, row]
  }
  return last[b.length] ?? 0
}
