import { z } from 'zod'
import { buildOnTheWay } from './build-on-the-way.js'
import {
  count,
  delivery,
  digest,
  launch,
  launchStatus,
  longText,
  moment,
  plan,
  recipient,
  shortText,
  states,
  testResult,
} from './shapes.js'

/** One call of a sending service, as it goes over the network. */
interface Operation {
  readonly asks: z.ZodType
  readonly answers: z.ZodType
  /** Milliseconds that an answer is waited for. */
  readonly patience: number
  /** Whether it may be asked again where no answer came: then nothing is done twice that was done already. */
  readonly mayRepeat: boolean
}

const audience = z.strictObject({
  segment: longText.exactOptional(),
  correction: z.boolean().exactOptional(),
})

/** Those of a launch who are meant. */
const readers = z.array(count).max(10_000)

const quick = 30_000
/** Hosts are asked for every file of a build, or a mail server takes messages. */
const long = 180_000

/** The calls of SendingService, each at an address of its name. What is not in its request is refused. */
export const operations = {
  /** Asked before a build is sent: a request that is refused before it is read may end without an answer. */
  ready: {
    asks: z.strictObject({}),
    answers: z.literal(true),
    patience: quick,
    mayRepeat: true,
  },
  plan: {
    asks: z.strictObject({ build: buildOnTheWay, audience }),
    answers: plan,
    patience: long,
    mayRepeat: true,
  },
  recipients: {
    asks: z.strictObject({
      build: z.strictObject({ digest, slug: shortText }),
      audience,
      after: count,
    }),
    answers: z.array(recipient).readonly(),
    patience: quick,
    mayRepeat: true,
  },
  test: {
    asks: z.strictObject({ build: buildOnTheWay, emails: z.array(shortText).min(1).max(20) }),
    answers: z.array(testResult).readonly(),
    patience: long,
    mayRepeat: false,
  },
  launch: {
    asks: z.strictObject({
      build: buildOnTheWay,
      audience,
      confirm: shortText,
      startsAt: moment.exactOptional(),
      untested: z.boolean().exactOptional(),
      id: z.string().regex(/^[\da-f]{32}$/, { error: 'expected 32 hexadecimal digits' }),
    }),
    answers: launch,
    patience: long,
    mayRepeat: true,
  },
  launches: {
    asks: z.strictObject({ slug: shortText.exactOptional() }),
    answers: z.array(launchStatus).readonly(),
    patience: quick,
    mayRepeat: true,
  },
  deliveries: {
    asks: z.strictObject({ launch: count, states, after: count.exactOptional() }),
    answers: z.array(delivery).readonly(),
    patience: quick,
    mayRepeat: true,
  },
  'set-state': {
    asks: z.strictObject({ launch: count, state: z.enum(['paused', 'sending', 'cancelled']) }),
    answers: launch,
    patience: quick,
    mayRepeat: true,
  },
  reopen: {
    asks: z.strictObject({
      launch: count,
      states: z
        .array(z.enum(['failed', 'unknown']))
        .min(1)
        .max(2),
      readers: readers.exactOptional(),
    }),
    answers: count,
    patience: quick,
    // What has become unknown since would be sent a second time, which nobody asked for.
    mayRepeat: false,
  },
  'settle-unknown': {
    asks: z.strictObject({ launch: count, readers: readers.exactOptional() }),
    answers: count,
    patience: quick,
    mayRepeat: false,
  },
} as const satisfies Readonly<Record<string, Operation>>

export type OperationName = keyof typeof operations
/** What a call is made with. */
export type Asked<Name extends OperationName> = z.infer<(typeof operations)[Name]['asks']>
/** What comes of it. */
export type Answered<Name extends OperationName> = z.infer<(typeof operations)[Name]['answers']>

/** What a request that was not done says. */
export const refusalOnTheWay = z.union([
  /** The launch, or the test, was refused. */
  z.object({ faults: z.array(z.string()).min(1) }),
  z.object({ error: z.string() }),
])

/** The header in which both sides say which Trifold they are. */
export const versionHeader = 'trifold-version'

/** Whether two versions speak the same: they differ in the last number at most. */
export const isSameRelease = (one: string, other: string): boolean => {
  const release = (version: string) => /^\d+\.\d+(?=\.)/.exec(version)?.[0]
  return release(one) !== undefined && release(one) === release(other)
}

/** Characters that a token has at least: nobody guesses so many that were drawn by chance. */
export const leastOfToken = 32
