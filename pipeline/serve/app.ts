import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { methodNotAllowed } from 'hono/method-not-allowed'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { notice } from './answer.js'
import { bounceRoutes } from './bounces.js'
import type { ServeEnv } from './client.js'
import { confirmRoutes } from './confirm.js'
import { safeHeaders, unkept } from './headers.js'
import { linkRoutes } from './links.js'
import { preferencesRoutes } from './preferences.js'
import { redacted } from './redacted.js'
import { type ServeOptions, type Serving, servingOf } from './serving.js'
import { subscribeRoutes } from './subscribe.js'
import { unsubscribeRoutes } from './unsubscribe.js'

/**
 * The public server: where readers subscribe, confirm, leave, and see or erase what is known of them. It sets no cookie
 * and runs no script; who may do what is said by the token in an address.
 *
 * It answers at the path of `url` and without it, since a proxy in front may take it off.
 *
 * @throws RangeError where `hookToken` could be guessed
 */
export function readersApp(options: ServeOptions): Hono<ServeEnv> {
  const serving = servingOf(options)
  const { prefix } = serving.place
  const app = new Hono<ServeEnv>()
  app.use(unkept, safeHeaders(serving))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => refused(context, serving, 405, { Allow: methods.join(', ') }),
    }),
  )
  for (const base of new Set(['/', prefix || '/'])) app.route(base, routes(serving))
  app.notFound(context => missing(context, serving))
  app.onError((error, context) => {
    if (error instanceof HTTPException) return ofStatus(context, serving, error)
    // The pattern of the route, not the address: that may hold a token.
    serving.log(`${context.req.method} ${context.req.routePath} failed: ${redacted(error)}`)
    const { words } = serving.place
    return isForPrograms(context)
      ? context.json({ error: 'internal error' }, 500)
      : notice(context, serving, { title: words.failed, said: [words.aboutFailed] }, 500)
  })
  return app
}

function routes(serving: Serving): Hono<ServeEnv> {
  const { hookToken, api } = serving
  const app = new Hono<ServeEnv>()
  app.get('/healthz', async context => {
    // Whether the list can be read: nobody has the id 0.
    await serving.readers.get(0)
    return context.text('ok\n')
  })
  app.get('/robots.txt', context => context.text('User-agent: *\nDisallow: /\n'))
  app.route('/', subscribeRoutes(serving))
  app.route('/', confirmRoutes(serving))
  app.route('/', unsubscribeRoutes(serving))
  app.route('/', preferencesRoutes(serving))
  app.route('/', linkRoutes(serving))
  if (hookToken !== undefined) app.route('/', bounceRoutes(serving, hookToken))
  if (api) app.route('/api', api)
  return app
}

/** Whether no person reads the answer. */
const isForPrograms = (context: Context<ServeEnv>) => /\/(?:api|hooks|healthz)(?:\/|$)/.test(context.req.path)

function missing(context: Context<ServeEnv>, serving: Serving): Response {
  if (isForPrograms(context)) return context.json({ error: 'not found' }, 404)
  const { words } = serving.place
  return notice(context, serving, { title: words.notFound, said: [words.aboutNotFound] }, 404)
}

/** What a part of Hono refused: with its headers, which say how to ask, and our words. */
function ofStatus(context: Context<ServeEnv>, serving: Serving, error: HTTPException): Response {
  const challenge = error.getResponse().headers.get('www-authenticate')
  return refused(context, serving, error.status, challenge ? { 'WWW-Authenticate': challenge } : {})
}

function refused(
  context: Context<ServeEnv>,
  serving: Serving,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  // Each that is handed over has a body: it is of those that refuse a request.
  const code = status as ContentfulStatusCode
  for (const [name, value] of Object.entries(headers)) context.header(name, value)
  if (isForPrograms(context)) return context.json({ error: 'not accepted' }, code)
  const { words } = serving.place
  return notice(context, serving, { title: words.refused, said: [words.aboutRefused] }, code)
}
