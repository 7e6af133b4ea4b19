import { type Claim, type Exchange, type Ledger, type Result, type Turn, TurnLost } from './ledger.js'

/** What stands between the channels and the ledger: what is claimed and not begun, what is known and not noted. */
export interface Desk {
  /** Claimed, and not begun. */
  readonly waiting: readonly Claim[]
  /** When the first that was put off is due, as milliseconds since 1970. */
  readonly nextAt: number | undefined
  /** Nothing is to be begun any more: it was paused by another process, or the ledger cannot be written. */
  readonly isClosed: boolean
  /** What is known and not noted. */
  readonly unnoted: readonly Result[]
  /** Whether an exchange may bring more: the last one did, or something is due, or it is a while ago. */
  mayHaveMore(now: number): boolean
  /** Takes one of those that wait. */
  take(claim: Claim): void
  /** Has a result noted with the next exchange. */
  settle(result: Result): void
  /** Gives back what waits, as if it had never been claimed: who leaves before it is claimed again is not sent it. */
  giveBack(): void
  /** Notes what is known, and claims more. One exchange at a time: who asks meanwhile waits for that one. */
  exchange(want: number): Promise<void>
  /**
   * Notes all that is left; what waits is as if it had never been claimed.
   * @returns why it could not be noted
   */
  end(): Promise<Error | undefined>
}

export interface DeskRequest {
  readonly turn: Turn
  readonly ledger: Ledger
  /** Milliseconds since 1970. */
  time(): number
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
}

/** Without anything to note the ledger is asked again after this: to keep the turn, and to hear of a pause. */
export const longestSilence = 15_000

/** A ledger that cannot be written is tried so often, with a second between: a disk may be full for a moment. */
const tries = 30
const second = 1000

/** A desk with nothing on it. */
export function openDesk({ turn, ledger, time, wait }: DeskRequest): Desk {
  let waiting: readonly Claim[] = []
  let unnoted: readonly Result[] = []
  let nextAt: number | undefined
  let fault: Error | undefined
  let isClosed = false
  let hadMore = true
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: { readonly want: number; readonly done: Promise<void> } | undefined

  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let left = tries; ; left -= 1)
      try {
        return await work()
      } catch (error) {
        if (error instanceof TurnLost || left <= 1) throw error
        await wait(second)
      }
  }

  const untried = () => waiting.map(({ reader }): Result => ({ reader, state: 'pending' }))

  async function ask(want: number): Promise<void> {
    const told = unnoted
    unnoted = []
    try {
      const answer = await patiently(() => ledger.exchange(turn, told, want))
      askedAt = time()
      if (want > 0) hadMore = answer.claims.length > 0
      heard(answer)
    } catch (error) {
      unnoted = [...told, ...unnoted]
      fault = error instanceof Error ? error : new Error(String(error))
      isClosed = true
    }
  }

  function exchange(want: number): Promise<void> {
    // One that asked for fewer may bring none where there are some.
    if (asking) return asking.want >= want ? asking.done : asking.done.then(() => exchange(want))
    const done = ask(want).finally(() => {
      asking = undefined
    })
    asking = { want, done }
    return done
  }

  function heard({ claims, nextAt: due, state }: Exchange): void {
    waiting = [...waiting, ...claims]
    nextAt = due
    if (state !== 'sending') isClosed = true
  }

  return {
    get waiting() {
      return waiting
    },
    get nextAt() {
      return nextAt
    },
    get isClosed() {
      return isClosed
    },
    get unnoted() {
      return unnoted
    },
    mayHaveMore: now =>
      hadMore ||
      (nextAt !== undefined && nextAt <= now) ||
      // A clock may be set back.
      Math.abs(now - askedAt) >= longestSilence,
    take(claim) {
      waiting = waiting.filter(each => each !== claim)
    },
    settle(result) {
      unnoted = [...unnoted, result]
    },
    giveBack() {
      unnoted = [...unnoted, ...untried()]
      waiting = []
    },
    exchange,
    async end() {
      await asking?.done
      try {
        await patiently(() => ledger.end(turn, [...unnoted, ...untried()]))
        unnoted = []
        return fault
      } catch (error) {
        return fault ?? (error instanceof Error ? error : new Error(String(error)))
      }
    },
  }
}
