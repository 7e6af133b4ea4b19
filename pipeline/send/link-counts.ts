/** Whose links are meant: a launch's, by its id, or those of a build that was tested, by its digest. */
export type LinkOwner = { readonly launch: number } | { readonly digest: string }

/** How often a link of a launch was followed. */
export interface LinkCount {
  readonly launch: number
  /** Of the build's links, from 1. */
  readonly number: number
  readonly count: number
}

/** The same, for people. */
export interface FollowedLink extends Omit<LinkCount, 'launch'> {
  readonly address: string
}

/**
 * Where the links of what was sent lead, and how often each was followed: a number for each link of a launch, and
 * nothing of when, by whom or from where.
 */
export interface LinkCounts {
  /** Where a link leads; undefined for one that was never sent. */
  address(owner: LinkOwner, number: number): Promise<string | undefined>
  /** Adds to what was counted, all of it in one transaction. */
  add(counts: readonly LinkCount[]): Promise<void>
  /** The links of a launch that were followed, the most followed first. */
  followed(launch: number): Promise<readonly FollowedLink[]>
}
