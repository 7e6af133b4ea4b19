import { Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { z } from 'zod'
import { type Settled, type SettlingStore, settleBounce } from '../bounces/settle.js'
import { readToken, type TokenSubject } from '../readers/token.js'
import type { ServeEnv } from './client.js'
import { smallBody } from './form.js'
import { isSecret } from './is-secret.js'
import type { Serving } from './serving.js'

const told = z
  .strictObject({
    email: z.string().max(254).optional(),
    /** The sign in the address that the message came back to. */
    token: z.string().max(100).optional(),
    kind: z.enum(['hard', 'soft', 'complaint']),
    /** What the other server said. */
    detail: z.string().max(2000).optional(),
  })
  .refine(({ email, token }) => (email === undefined) !== (token === undefined), {
    error: 'expected either email or token',
  })
type Told = z.infer<typeof told>

/** Where a mail service or a program of the publisher's tells of messages that came back. */
export function bounceRoutes(serving: Serving, hookToken: string): Hono<ServeEnv> {
  const app = new Hono<ServeEnv>()
  app.post('/hooks/bounces', whoKnows(hookToken), smallBody, async context => {
    const read = told.safeParse(json(context.get('body')))
    if (!read.success) return context.json({ error: z.prettifyError(read.error) }, 400)
    return context.json({ outcome: await take(serving, read.data) })
  })
  return app
}

/** @throws RangeError for a token that could be guessed */
function whoKnows(hookToken: string) {
  if (hookToken.length < 20)
    throw new RangeError(
      `Unexpected length ${hookToken.length} of the token for hooks, expected 20 characters or more: make one with "openssl rand -hex 24"`,
    )
  return bearerAuth({ verifyToken: isSecret(hookToken) })
}

/** A body as JSON; undefined where it is none. */
function json(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** What became of it, for programs: an address that nobody has is no fault of who tells of it. */
const outcomes: Readonly<Record<Settled, 'suppressed' | 'counted' | 'unchanged' | 'unknown'>> = {
  bounced: 'suppressed',
  complained: 'suppressed',
  counted: 'counted',
  refused: 'unchanged',
  known: 'unchanged',
  nothing: 'unchanged',
  unsigned: 'unknown',
}

/** Without a ledger there is no launch to look back at. */
const noLedger: SettlingStore['ledger'] = {
  launches: async () => [],
  deliveries: async () => [],
  noteBounce: async () => false,
}

async function take(serving: Serving, told: Told): Promise<(typeof outcomes)[Settled]> {
  const { readers, time, log, ledger = noLedger } = serving
  const subject = await aboutWhom(serving, told)
  const bounce = {
    kind: told.kind,
    ...(subject ? { subject } : {}),
    ...(told.detail ? { diagnostic: told.detail } : {}),
  }
  const outcome = outcomes[await settleBounce(bounce, { readers, ledger, time })]
  if (subject && outcome !== 'unchanged')
    log(`Reader ${subject.reader}: a message came back, ${told.kind}; ${outcome}`)
  return outcome
}

async function aboutWhom(
  { readers, secret }: Serving,
  { email, token = '' }: Told,
): Promise<TokenSubject | undefined> {
  if (email === undefined) return readToken(secret, 'bounce', token)
  const reader = await readers.find(email)
  return reader && { reader: reader.id, launch: 0 }
}
