import { type Context, Hono } from 'hono'
import { bearerAuth } from 'hono/bearer-auth'
import { z } from 'zod'
import { afterBounce } from '../readers/after-bounce.js'
import type { Reader } from '../readers/reader.js'
import { readToken } from '../readers/token.js'
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
    const read = told.safeParse(await json(context))
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

/** The body as JSON; undefined where it is none. */
async function json(context: Context<ServeEnv>): Promise<unknown> {
  try {
    return JSON.parse(await context.req.text())
  } catch {
    return undefined
  }
}

/** What became of it: an address that nobody has is no fault of who tells of it. */
async function take(
  serving: Serving,
  bounce: Told,
): Promise<'suppressed' | 'counted' | 'unchanged' | 'unknown'> {
  const { readers, time, log, noteBounce } = serving
  const { reader, launch } = await aboutWhom(serving, bounce)
  if (!reader) return 'unknown'
  if (launch > 0) await noteBounce?.(launch, reader.id, bounce.detail ?? bounce.kind)
  const change = afterBounce(reader, bounce.kind, time())
  if (!change) return 'unchanged'
  await readers.change(reader.id, change)
  log(`Reader ${reader.id}: ${change.state ?? `${change.softBounces} failures to deliver in a row`}`)
  return change.state ? 'suppressed' : 'counted'
}

async function aboutWhom(
  { readers, secret }: Serving,
  { email, token }: Told,
): Promise<{ readonly reader: Reader | undefined; readonly launch: number }> {
  if (email !== undefined) return { reader: await readers.find(email), launch: 0 }
  const subject = readToken(secret, 'bounce', token ?? '')
  return subject
    ? { reader: await readers.get(subject.reader), launch: subject.launch }
    : { reader: undefined, launch: 0 }
}
