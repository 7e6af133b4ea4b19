import { timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'

/**
 * Lets in who has the token in the path, at an address of this machine, and nobody else. A page of another site can ask a
 * server of this machine too, under whatever name leads here (DNS rebinding): so the name is looked at, and who asks.
 *
 * @param token 32 characters that nobody guesses
 */
export function guard(token: string): MiddlewareHandler {
  const expected = Buffer.from(token)
  return async (context, next) => {
    const { hostname, host } = new URL(context.req.url)
    if (!/^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(hostname)) return context.text('not found', 404)
    const [, given = ''] = new URL(context.req.url).pathname.split('/')
    const found = Buffer.from(given)
    if (found.length !== expected.length || !timingSafeEqual(found, expected))
      return context.text('not found', 404)
    const origin = context.req.header('origin')
    const site = context.req.header('sec-fetch-site')
    const isOwn =
      origin === undefined || origin === 'null' || (URL.canParse(origin) && new URL(origin).host === host)
    // A link from elsewhere may lead here; a form, a script or a frame of another page may not.
    const isFollowed = context.req.method === 'GET' && context.req.header('sec-fetch-mode') === 'navigate'
    if (!isOwn || (site !== undefined && !['same-origin', 'none'].includes(site) && !isFollowed))
      return context.text('forbidden', 403)
    if (origin === 'null' && context.req.method !== 'GET') return context.text('forbidden', 403)
    await next()
    return undefined
  }
}
