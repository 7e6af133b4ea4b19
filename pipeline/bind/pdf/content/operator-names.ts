/** Operators that show text (ISO 32000-1, table 109). */
export const showsText: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])

/** Operators that begin a path (table 59). */
export const beginsPath: ReadonlySet<string> = new Set(['m', 're'])

/** Operators that paint a path (table 60); `n`, which ends one unpainted, is not among them. */
export const paintsPath: ReadonlySet<string> = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])

/** Operators that begin marked content (table 320). */
export const beginsMark: ReadonlySet<string> = new Set(['BDC', 'BMC'])

/** Whether marked content that begins with this text is tagged content or an artifact, and so accounted for. */
export function accountsForContent(mark: string): boolean {
  return isTagged(mark) || isArtifact(mark)
}

/** Whether marked content that begins with this text belongs to the structure tree. */
export function isTagged(mark: string): boolean {
  return mark.includes('/MCID')
}

/** Whether marked content that begins with this text is an artifact: page furniture, not content. */
export function isArtifact(mark: string): boolean {
  return mark.startsWith('/Artifact')
}
