/** How a reader stands to the publication: the names of the list's own states. */
export type ReaderStateName = 'pending' | 'active' | 'unsubscribed' | 'bounced' | 'complained'

/** All that is known of a reader, as that reader is shown it. Times are ISO 8601. */
export interface ReaderFacts {
  readonly email: string
  readonly name?: string | undefined
  readonly state: ReaderStateName
  readonly since: string
  readonly attributes: Readonly<Record<string, string>>
  readonly tags: readonly string[]
  readonly consent?: { readonly at: string; readonly source: string; readonly address?: string } | undefined
  readonly softBounces: number
}
