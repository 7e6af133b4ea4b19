/** Findings in the same words. */
export interface Together<Finding> {
  readonly first: Finding
  /** How often it was found. */
  readonly times: number
}

/** Gathers findings that say the same, in the order of the first of each. */
export function together<Finding>(
  findings: readonly Finding[],
  wordsOf: (finding: Finding) => string,
): Together<Finding>[] {
  const same = new Map<string, Together<Finding>>()
  for (const finding of findings) {
    const words = wordsOf(finding)
    const known = same.get(words)
    same.set(words, { first: known?.first ?? finding, times: (known?.times ?? 0) + 1 })
  }
  return [...same.values()]
}

/** A reason with how often it holds. */
export const times = (reason: string, count: number): string =>
  count > 1 ? `${reason} (${count} times)` : reason
