import type { Build } from './build.js'
import type { Delivery, DeliveryCounts, DeliveryState, Launch, Ledger } from './ledger.js'
import type { FollowedLink } from './link-counts.js'
import type { SenderEnd } from './sender.js'
import type { Verdict } from './transport.js'

/** Whom an issue is for. */
export interface Audience {
  /** `tag:members and lang:de`; all active readers where it is left out. */
  readonly segment?: string
  /** Those who were sent the issue, and no others: it is a correction. */
  readonly correction?: boolean
}

/** What is to be sent, and to whom. */
export interface PlanRequest {
  readonly build: Build
  readonly audience: Audience
  readonly signal?: AbortSignal | undefined
}

/** Whose recipients are asked for. */
export interface RecipientsRequest extends Pick<PlanRequest, 'audience' | 'signal'> {
  readonly build: Pick<Build, 'digest' | 'slug'>
}

/** Somebody who is to get it. */
export interface Recipient {
  readonly id: number
  readonly email: string
  readonly name?: string
}

/** What a launch would be. */
export interface Plan {
  readonly digest: string
  readonly slug: string
  readonly title: string
  /** As it is written, with its merge tags. */
  readonly subject: string
  readonly from: string
  /** The way it goes: `smtp.example.org:587`. */
  readonly through: string
  /** How many would get it. */
  readonly readers: number
  /** How many of the audience have a row for it already: they had it, or are about to. */
  readonly already: number
  /** How many active readers the segment leaves out. */
  readonly leftOut: number
  /** The first of those who would get it. */
  readonly first: readonly Recipient[]
  /** What stops a launch, a sentence each. */
  readonly faults: readonly string[]
  /** What does not. */
  readonly warnings: readonly string[]
  /** Whether a test of this very build was sent. */
  readonly isTested: boolean
}

/** What a launch is begun with. */
export interface LaunchRequest extends PlanRequest {
  /** The digest, or its beginning, as the publisher was shown it. */
  readonly confirm: string
  /** Not before, as milliseconds since 1970; at once where it is left out. */
  readonly startsAt?: number
  /** Whether it may go without a test. */
  readonly untested?: boolean
  /** What names this request: where it was heard before, the launch is the one that came of it. */
  readonly id?: string
}

/** A launch, and how far it is. */
export interface LaunchStatus {
  readonly launch: Launch
  readonly counts: DeliveryCounts
  /** How often its links were followed, the most followed first; none where nothing was counted. */
  readonly links?: readonly FollowedLink[]
}

/** What became of a test. */
export interface TestResult {
  readonly email: string
  readonly verdict: Verdict
}

/** How a launch that is being sent is followed. */
export interface Following {
  /** Aborted to have it drain, or, where it is sent elsewhere, to look no longer. */
  readonly signal: AbortSignal
  /** How long what was put off is waited for here, in milliseconds; as long as it takes where it is left out. */
  readonly patience?: number
  /** Told how far it is, again and again. */
  progress?(counts: DeliveryCounts): void
}

/** How the following of a launch ended. */
export type Followed =
  | SenderEnd
  /** Whoever followed it went away; it is sent elsewhere, which goes on. `reason`: why, where nobody asked for it. */
  | { readonly kind: 'left'; readonly reason?: string }

/** What a launch is paused for that no fault has paused, for people. */
export const byHand = 'By hand'

/** A launch, or a test, was refused. */
export class LaunchRefused extends Error {
  override name = 'LaunchRefused'

  /** @param faults what is wrong, a sentence each; never empty */
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'))
  }
}

/**
 * Sending, where the list and the ledger stand: on this machine, or on another that is asked over the network.
 */
export interface SendingService extends Pick<Ledger, 'reopen' | 'settleUnknown'> {
  /** Looks at everything, and sends nothing. */
  plan(request: PlanRequest): Promise<Plan>
  /** All who would get it, by id. @param after the last of the page before */
  recipients(request: RecipientsRequest, after: number): Promise<readonly Recipient[]>
  /** Sends a build to some addresses, and notes that it was tested. @throws LaunchRefused */
  test(
    request: Pick<PlanRequest, 'build' | 'signal'>,
    emails: readonly string[],
  ): Promise<readonly TestResult[]>
  /** Freezes who gets it. @throws LaunchRefused */
  launch(request: LaunchRequest): Promise<Launch>
  /** Launches, the newest first. @param slug of one issue */
  launches(slug?: string): Promise<readonly LaunchStatus[]>
  deliveries(launch: number, states: readonly DeliveryState[], after?: number): Promise<readonly Delivery[]>
  /** Sends a launch, or follows how it is sent. @throws TurnTaken */
  send(launch: number, following: Following): Promise<Followed>
  setState(launch: number, state: 'paused' | 'sending' | 'cancelled'): Promise<Launch>
}
