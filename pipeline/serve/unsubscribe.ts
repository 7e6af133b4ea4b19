import { type Context, Hono } from 'hono'
import { askPage } from '../../templates/serve/ask.js'
import type { Reader } from '../readers/reader.js'
import { notice, notOnTheList, page, toForm, unknownLink } from './answer.js'
import type { ServeEnv } from './client.js'
import { smallBody } from './form.js'
import { holderOf } from './reader-of.js'
import { masked } from './redacted.js'
import type { Serving } from './serving.js'

/**
 * The way out. A POST to its address is enough, as mail services send one when somebody presses their button (RFC 8058,
 * 3.2): without cookies, without a redirect, without another question, and whatever its body says, since the token is
 * the right. A GET changes nothing (RFC 8058, 1).
 */
export function unsubscribeRoutes(serving: Serving): Hono<ServeEnv> {
  const { place, readers, time, log } = serving
  const { words } = place
  const app = new Hono<ServeEnv>()

  app.get('/unsubscribe/:token?', async context => {
    const token = context.req.param('token')
    const holder = await holderOf(serving, 'unsubscribe', token)
    if (holder.kind === 'unknown') return unknownLink(context, serving)
    if (holder.kind === 'erased') return notOnTheList(context, serving)
    if (holder.reader.state === 'unsubscribed') return left(context, serving, holder.reader)
    return page(
      context,
      askPage(place, {
        title: words.leaveTitle,
        said: words.leaveBefore,
        // Issues are passed on with their links: whoever gets one is not to learn the address.
        email: masked(holder.reader.email),
        button: words.leave,
        action: `${place.prefix}/unsubscribe/${token}`,
      }),
    )
  })

  app.post('/unsubscribe/:token', smallBody, async context => {
    const holder = await holderOf(serving, 'unsubscribe', context.req.param('token'))
    if (holder.kind === 'unknown') return unknownLink(context, serving)
    if (holder.kind === 'erased') return notOnTheList(context, serving)
    const { reader, subject } = holder
    // Who complained stays so: it is the stronger word, and no letter goes there again.
    if (reader.state !== 'unsubscribed' && reader.state !== 'complained') {
      await readers.change(reader.id, { state: 'unsubscribed', since: time() })
      log(`Reader ${reader.id} left${subject.launch > 0 ? `, by launch ${subject.launch}` : ''}`)
    }
    return left(context, serving, reader)
  })
  return app
}

function left(context: Context<ServeEnv>, serving: Serving, reader: Reader): Response {
  const { words } = serving.place
  return notice(context, serving, {
    title: words.left,
    said: [words.mayStillCome],
    email: masked(reader.email),
    // Not a link: whoever has this one may not be the reader.
    after: [words.seeOrErase],
    ways: [toForm(serving)],
  })
}
