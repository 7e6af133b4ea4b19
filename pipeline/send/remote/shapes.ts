import { z } from 'zod'
import { type DeliveryState, deliveryStates, type LaunchState } from '../ledger.js'

/** A number that names something, or counts. */
export const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
/** Milliseconds since 1970, as far as a date can say them. */
export const moment = z.number().int().min(0).max(8.64e15)
export const digest = z.string().regex(/^[\da-f]{64}$/, { error: 'expected the digest of a build' })
/** Half a character of two would not be stored as it was sent (UTF-8 has none). */
const asked = z.string().refine(written => !/\p{Cs}/u.test(written), { error: 'expected whole characters' })
export const shortText = asked.max(1000)
export const longText = asked.max(10_000)
/** What the host says, whose lengths its store and its mail server have bounded. */
const text = z.string()

export const recipient = z.object({ id: count, email: text, name: text.exactOptional() })

export const plan = z.object({
  digest,
  slug: text,
  title: text,
  subject: text,
  from: text,
  through: text,
  readers: count,
  already: count,
  leftOut: count,
  first: z.array(recipient).readonly(),
  faults: z.array(text).readonly(),
  warnings: z.array(text).readonly(),
  isTested: z.boolean(),
})

const launchStates = [
  'scheduled',
  'sending',
  'paused',
  'done',
  'cancelled',
] as const satisfies readonly LaunchState[]

export const launch = z.object({
  id: count,
  mailing: text,
  digest,
  slug: text,
  title: text,
  state: z.enum(launchStates),
  reason: text.exactOptional(),
  startsAt: moment,
  createdAt: moment,
  segment: text.exactOptional(),
})

const counts = z.record(z.enum(deliveryStates), count)

const followedLink = z.object({ number: count, address: text, count })

export const launchStatus = z.object({
  launch,
  counts,
  links: z.array(followedLink).readonly().exactOptional(),
})

export const states = z.array(z.enum(deliveryStates)).min(1).max(deliveryStates.length) satisfies z.ZodType<
  DeliveryState[]
>

export const delivery = z.object({
  reader: count,
  email: text,
  state: z.enum(deliveryStates),
  attempts: count,
  response: text.exactOptional(),
  at: moment.exactOptional(),
})

const verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sent'), response: text }),
  z.object({ kind: z.literal('deferred'), scope: z.enum(['reader', 'channel']), reason: text }),
  z.object({ kind: z.literal('failed'), noMailbox: z.boolean(), reason: text }),
  z.object({ kind: z.literal('halted'), reason: text }),
  z.object({ kind: z.literal('unknown'), reason: text }),
])

export const testResult = z.object({ email: text, verdict })
