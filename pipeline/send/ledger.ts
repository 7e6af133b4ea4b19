import type { Segment } from '../readers/segment.js'

/** How it stands with one message to one reader. */
export const deliveryStates = [
  /** Not tried yet. */
  'pending',
  /** In the hands of a sender that runs. */
  'claimed',
  /** The server has said that it took it. */
  'sent',
  /** Not taken yet; to be tried again. */
  'deferred',
  /** Refused for good. */
  'failed',
  /** Handed over without an answer, or in the hands of a sender that was killed. */
  'unknown',
  /** Left out: the reader left, bounced or complained after the launch. */
  'suppressed',
  /** Left out: the launch was cancelled. */
  'cancelled',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** States of who was left out of a mailing: they were not sent it, and another launch of it is for them too. */
export const leftOutStates = ['suppressed', 'cancelled'] as const satisfies readonly DeliveryState[]

/** How it stands with a launch. */
export type LaunchState = 'scheduled' | 'sending' | 'paused' | 'done' | 'cancelled'

/** A build as it was launched, kept whole: what was sent stays as it was. */
export interface KeptBuild {
  /** See `digestOf`. */
  readonly digest: string
  readonly slug: string
  readonly title: string
  /** `report.json`, and what a message is made of: `email.parts.json` and the pictures that go along. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Where its links lead that are counted, by their number, from 1; none where nothing is counted. */
  readonly links?: readonly string[]
}

/** An issue on its way to its readers. */
export interface Launch {
  readonly id: number
  /** What nobody gets twice: the slug, or of a correction the slug and the digest. */
  readonly mailing: string
  readonly digest: string
  readonly slug: string
  readonly title: string
  readonly state: LaunchState
  /** Why it was paused, for people. */
  readonly reason?: string
  /** Not before, as milliseconds since 1970. */
  readonly startsAt: number
  readonly createdAt: number
  /** As it was written. */
  readonly segment?: string
}

/** What a launch is begun with. */
export interface NewLaunch {
  readonly mailing: string
  readonly build: KeptBuild
  readonly startsAt: number
  readonly segment?: Segment
  /** Only those who were sent this mailing. */
  readonly sentMailing?: string
  /** What names the request for it: another launch of the same is the one that there is. */
  readonly request?: string
}

/** One message to one reader, in the hands of a sender. */
export interface Claim {
  readonly reader: number
  readonly email: string
  readonly name?: string
  readonly attributes: Readonly<Record<string, string>>
  /** How often it was tried, this time counted. */
  readonly attempts: number
  /** When it was first tried, as milliseconds since 1970. */
  readonly firstTriedAt: number
}

/** What became of a claim. */
export type Result = { readonly reader: number } & (
  | { readonly state: 'sent' | 'unknown'; readonly response: string }
  /** `noMailbox`: there is nobody at the reader's address, who is bounced from now on. */
  | { readonly state: 'failed'; readonly response: string; readonly noMailbox: boolean }
  | { readonly state: 'deferred'; readonly response: string; readonly nextAt: number }
  /** Never tried: as if it had not been claimed. */
  | { readonly state: 'pending' }
)

/** The right to send a launch, which one process has at a time. */
export interface Turn {
  readonly launch: Launch
  /** Grows with each sender; what one says that has lost its turn is not heard. */
  readonly epoch: number
  /** How many the sender before had claimed and not told of: they are unknown now. */
  readonly unknown: number
}

/** What comes of an exchange with the ledger. */
export interface Exchange {
  readonly claims: readonly Claim[]
  /** The launch as it is now: it may have been paused or cancelled by another process. */
  readonly state: LaunchState
  /** When the first of those that are deferred is due, as milliseconds since 1970; undefined where none is. */
  readonly nextAt?: number
}

/** How many deliveries there are in each state. */
export type DeliveryCounts = Readonly<Record<DeliveryState, number>>

/** One delivery, for people. */
export interface Delivery {
  readonly reader: number
  /** Empty where the reader was erased. */
  readonly email: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly response?: string
  readonly at?: number
}

/** Another process sends this launch. */
export class TurnTaken extends Error {
  override name = 'TurnTaken'
}

/** The turn was taken over by another process. What was claimed is no longer this one's to tell of. */
export class TurnLost extends Error {
  override name = 'TurnLost'
}

/**
 * Who gets what, and who has had it. One row for each reader of a mailing, made when it is launched, so that nobody is
 * sent a mailing twice.
 *
 * Every call is one transaction, on the disk when it resolves.
 */
export interface Ledger {
  /** Keeps a build. The same again is the same. */
  keep(build: KeptBuild): Promise<void>
  /** @returns undefined where none of that digest was kept */
  kept(digest: string): Promise<KeptBuild | undefined>
  /** Notes that a test of a build was taken by the server. */
  noteTest(digest: string, email: string): Promise<void>
  /** Whether a test of the build was sent. */
  wasTested(digest: string): Promise<boolean>
  /**
   * Freezes who gets it. Those who have a row for the mailing keep that one, unless they were left out there.
   * @returns the launch
   */
  launch(launch: NewLaunch): Promise<Launch>
  get(id: number): Promise<Launch | undefined>
  /** The launch that came of a request, where one did: see `NewLaunch.request`. */
  requested(request: string): Promise<Launch | undefined>
  /** Launches, the newest first. @param slug of one issue */
  launches(slug?: string): Promise<readonly Launch[]>
  /** Launches that are to be sent by now, the oldest first; not those of which all that is left was put off. */
  due(): Promise<readonly Launch[]>
  counts(launch: number): Promise<DeliveryCounts>
  /** How it stands with a mailing and these readers; of who has no row there is none. */
  statesOf(mailing: string, readers: readonly number[]): Promise<ReadonlyMap<number, DeliveryState>>
  /** Deliveries of these states, by reader. */
  deliveries(
    launch: number,
    states: readonly DeliveryState[],
    after?: number,
    limit?: number,
  ): Promise<readonly Delivery[]>
  /**
   * Takes the turn of sending a launch. What a sender had claimed whose turn has ended becomes unknown.
   * @throws TurnTaken
   */
  begin(launch: number, pid: number): Promise<Turn>
  /**
   * Tells what became of claims and claims more, in one transaction. A reader who has left since the launch is not
   * claimed. Lengthens the turn.
   *
   * @param want how many more at most
   * @throws TurnLost
   */
  exchange(turn: Turn, results: readonly Result[], want: number): Promise<Exchange>
  /** Ends the turn. What is still claimed becomes unknown; a launch without open deliveries is done. */
  end(turn: Turn, results: readonly Result[]): Promise<void>
  /** Pauses, resumes or cancels; one that is set for later waits again. @returns the launch as it is now */
  setState(launch: number, state: 'paused' | 'sending' | 'cancelled', reason?: string): Promise<Launch>
  /** Has deliveries tried anew, of a launch that was cancelled these alone. @returns how many */
  reopen(
    launch: number,
    states: readonly ('failed' | 'unknown')[],
    readers?: readonly number[],
  ): Promise<number>
  /** Has what is unknown stand for sent, on the publisher's word. @returns how many */
  settleUnknown(launch: number, readers?: readonly number[]): Promise<number>
  /**
   * Notes that a message came back after the server had taken it: what was sent has failed from then on.
   * @returns whether it was sent until now
   */
  noteBounce(launch: number, reader: number, response: string): Promise<boolean>
}
