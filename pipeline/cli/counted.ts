/** What of an issue is counted. */
export interface Countable {
  readonly draft: boolean
  readonly upToDate?: boolean
  /** Files. */
  readonly written: { readonly length: number }
}

/** `3 issues built, 57 up to date, 1 draft left out`. */
export function counted(done: number, verb: string, issues: readonly Countable[]): string {
  const drafts = issues.filter(issue => issue.draft).length
  const upToDate = issues.filter(issue => issue.upToDate && !issue.draft && issue.written.length > 0).length
  return [
    `${done} ${done === 1 ? 'issue' : 'issues'} ${verb}`,
    ...(upToDate > 0 ? [`${upToDate} up to date`] : []),
    ...(drafts > 0 ? [`${drafts} ${drafts === 1 ? 'draft' : 'drafts'} left out`] : []),
  ].join(', ')
}
