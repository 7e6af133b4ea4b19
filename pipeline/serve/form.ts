import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import type { ServeEnv } from './client.js'

/** What a form of ours may have, in bytes: a name and an address, however they are encoded. */
export const smallBody = bodyLimit({
  maxSize: 8 * 1024,
  onError: () => {
    throw new HTTPException(413)
  },
})

/**
 * The fields of a form that was sent. Of a field that is there twice the first is taken; bytes that are no UTF-8 become
 * U+FFFD, which no field may hold.
 *
 * @throws HTTPException for another media type than that of a form (415)
 */
export async function formOf(context: Context<ServeEnv>): Promise<URLSearchParams> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') throw new HTTPException(415)
  return new URLSearchParams(await context.req.text())
}
