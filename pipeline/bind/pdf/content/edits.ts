/** A change of a source: what stands in place of a part of it. */
export interface Edit {
  readonly start: number
  /** Behind the part; where it begins, for what is only put in. */
  readonly end: number
  readonly text: string
}

/** A source with its changes, which must not overlap. */
export function edited(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source
  const out: string[] = []
  let copied = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    out.push(source.slice(copied, start), text)
    copied = end
  }
  return out.join('') + source.slice(copied)
}
