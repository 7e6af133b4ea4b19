import type { MiddlewareHandler } from 'hono'
import { leastOfToken } from '../../send/remote/operations.js'
import { buckets, type Rate } from '../buckets.js'
import { clientOf, neighbourhood, type ServeEnv } from '../client.js'
import { isSecret } from '../is-secret.js'

/** What tells the publisher from others. */
export interface AuthorityOptions {
  /** What the publisher knows and nobody else, 32 characters or more. */
  readonly token: string
  /** Milliseconds since 1970. */
  readonly time: () => number
  /** How many proxies of our own stand in front. See `clientOf`. */
  readonly trustProxy?: number | undefined
}

/** Wrong tokens from one network address: somebody mistypes, and no more. */
const wrong: Rate = { atOnce: 10, every: 30_000 }

/**
 * Lets the publisher through. A request without the token is answered alike whatever it asks for; an address that many
 * of these came from is not heard for a while, whatever it says.
 *
 * @throws RangeError for a token that could be guessed
 */
export function whoPublishes({ token, time, trustProxy = 0 }: AuthorityOptions): MiddlewareHandler<ServeEnv> {
  if (token.length < leastOfToken)
    throw new RangeError(
      `Unexpected length ${token.length} of TRIFOLD_HOST_TOKEN, expected ${leastOfToken} characters or more: make one with "openssl rand -hex 24"`,
    )
  const isToken = isSecret(token)
  const refusals = buckets(wrong)
  return async (context, next) => {
    const client = neighbourhood(clientOf(context, trustProxy))
    const late = refusals.wait(client, time())
    if (late > 0) {
      context.header('retry-after', String(Math.ceil(late / 1000)))
      return context.json({ error: 'not accepted' }, 429)
    }
    const [, given = ''] =
      /^Bearer ([\x21-\x7E]{1,500})$/i.exec(context.req.header('authorization') ?? '') ?? []
    if (isToken(given)) return next()
    refusals.take(client, time())
    // RFC 9110, 11.6.1.
    context.header('www-authenticate', 'Bearer')
    return context.json({ error: 'not accepted' }, 401)
  }
}
