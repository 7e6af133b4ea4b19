import type { Context, MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ServeEnv } from './client.js'

/** What a form of ours may have, in bytes: a name and an address, however they are encoded. */
const most = 8 * 1024

/**
 * Reads the body of a request, for a route that takes a small one; `body` has it as text then. Bytes that are no UTF-8
 * become U+FFFD.
 *
 * Hono's own `bodyLimit` makes a new `Request` of what it has read, which is not possible of those that its server for
 * Node makes while the global one is left alone: a body without a length would be an error.
 *
 * Ends with 413 where the body is longer, and with 400 where it does not come to its end.
 */
export const smallBody: MiddlewareHandler<ServeEnv> = async (context, next) => {
  if (Number(context.req.header('content-length') ?? 0) > most) throw new HTTPException(413)
  context.set('body', new TextDecoder().decode(await readBody(context.req.raw.body)))
  await next()
}

async function readBody(stream: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = stream?.getReader()
  while (reader) {
    const { done, value } = await reader.read().catch(() => {
      throw new HTTPException(400)
    })
    if (done) break
    length += value.length
    if (length > most) {
      await reader.cancel().catch(() => undefined)
      throw new HTTPException(413)
    }
    pieces.push(value)
  }
  return Buffer.concat(pieces)
}

/**
 * The fields of a form that was sent, after `smallBody`. Of a field that is there twice the first is taken.
 *
 * @throws HTTPException for another media type than that of a form (415)
 */
export function formOf(context: Context<ServeEnv>): URLSearchParams {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw new HTTPException(415)
  return new URLSearchParams(context.get('body'))
}
