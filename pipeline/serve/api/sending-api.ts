import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { mostOfRequest } from '../../send/remote/build-on-the-way.js'
import { isSameRelease, type OperationName, operations, versionHeader } from '../../send/remote/operations.js'
import type { SendingService } from '../../send/service.js'
import type { ServeEnv } from '../client.js'
import { type AuthorityOptions, whoPublishes } from './authority.js'
import { type Handlers, handlersOf } from './handlers.js'
import { refused } from './refused.js'

/** What the publisher's own address of the server is made of. */
export interface SendingApiOptions extends AuthorityOptions {
  /** Where the list and the ledger are. */
  readonly service: SendingService
  /** This Trifold's: another release is refused. */
  readonly version: string
}

/** Bytes of a request without a build. */
const mostWithoutBuild = 1024 * 1024

/**
 * The sending service of this machine for the publisher's other ones: what `trifold send --host` asks. JSON in, JSON out,
 * one address for each call of SendingService.
 *
 * @throws RangeError for a token that could be guessed
 */
export function sendingApi(options: SendingApiOptions): Hono<ServeEnv> {
  const handlers = handlersOf(options.service)
  const app = new Hono<ServeEnv>()
  app.use(whoPublishes(options))
  app.use(async (context, next) => {
    // Whoever asks tells by it that this is Trifold, so it is in every answer but to those who may not ask.
    context.header(versionHeader, options.version)
    const asking = context.req.header(versionHeader) ?? ''
    if (isSameRelease(asking, options.version)) return next()
    const found = /^[\w.+-]{1,40}$/.test(asking) ? `Trifold ${asking}` : 'another program'
    return context.json(
      {
        error: `The server has Trifold ${options.version}, and ${found} asks: install the same version on both.`,
      },
      400,
    )
  })
  // The keys are those of the table.
  for (const name of Object.keys(operations) as OperationName[])
    app.post(`/${name}`, sized(name), context => answer(context, name, handlers))
  return app
}

function sized(name: OperationName) {
  const hasBuild = name === 'plan' || name === 'test' || name === 'launch'
  const maxSize = hasBuild ? mostOfRequest : mostWithoutBuild
  return bodyLimit({
    maxSize,
    onError: context =>
      context.json({ error: `The request is larger than ${maxSize} bytes, which is the most.` }, 413),
  })
}

async function answer(
  context: Context<ServeEnv>,
  name: OperationName,
  handlers: Handlers,
): Promise<Response> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    return context.json({ error: 'Expected a body of the type application/json.' }, 415)
  const read = operations[name].asks.safeParse(await json(context))
  if (!read.success) return context.json({ error: z.prettifyError(read.error).slice(0, 2000) }, 400)
  try {
    // What the schema of a name has read is what the handler of that name takes; the compiler sees all names at once.
    const handle = handlers[name] as (asked: unknown, signal: AbortSignal) => Promise<unknown>
    return context.json(await handle(read.data, context.req.raw.signal))
  } catch (error) {
    // Whoever asked has gone, and nobody hears this.
    if (context.req.raw.signal.aborted) return context.json({ error: 'stopped' }, 400)
    return refused(context, error)
  }
}

/** The body as JSON; undefined where it is none. */
async function json(context: Context<ServeEnv>): Promise<unknown> {
  try {
    return JSON.parse(await context.req.text())
  } catch {
    return undefined
  }
}
