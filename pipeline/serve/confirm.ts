import { type Context, Hono } from 'hono'
import { askPage } from '../../templates/serve/ask.js'
import { confirmTime } from '../readers/addresses.js'
import type { Reader } from '../readers/reader.js'
import { notice, notOnTheList, page, toForm, unknownLink } from './answer.js'
import { clientOf, type ServeEnv } from './client.js'
import { smallBody } from './form.js'
import { type Holder, holderOf } from './reader-of.js'
import type { Serving } from './serving.js'
import { waysOf } from './ways.js'

/** How long a link to confirm is good, in minutes. */
const goodFor = 7 * 24 * 60

/**
 * What follows the letter that asks: a page with a button, and what the button does. Mail services follow every link
 * before anybody has read the letter; they press no button.
 */
export function confirmRoutes(serving: Serving): Hono<ServeEnv> {
  const { place, readers, trustProxy = 0, time, log } = serving
  const { words } = place
  const app = new Hono<ServeEnv>()

  app.get('/confirm/:token?', async context => {
    const holder = await holderOf(serving, 'confirm', context.req.param('token'))
    if (!mayConfirm(serving, holder)) return refusal(context, serving, holder)
    if (holder.reader.state === 'active') return confirmed(context, serving, holder.reader)
    return page(
      context,
      askPage(place, {
        title: words.confirmTitle,
        said: words.confirmBefore,
        email: holder.reader.email,
        button: words.confirm,
        action: `${place.prefix}/confirm/${context.req.param('token')}`,
      }),
    )
  })

  app.post('/confirm/:token', smallBody, async context => {
    const holder = await holderOf(serving, 'confirm', context.req.param('token'))
    if (!mayConfirm(serving, holder)) return refusal(context, serving, holder)
    const { reader } = holder
    if (reader.state !== 'active') {
      const address = clientOf(context, trustProxy)
      const now = time()
      const consent = { at: now, source: 'form', ...(address === undefined ? {} : { address }) }
      await readers.change(reader.id, { state: 'active', since: now, consent, softBounces: 0 })
      log(`Reader ${reader.id} confirmed`)
    }
    return confirmed(context, serving, reader)
  })
  return app
}

/** Whether a link is good: not too old, not from before its holder left, and of a mailbox that can be written to. */
function mayConfirm({ time }: Serving, holder: Holder): holder is Extract<Holder, { kind: 'reader' }> {
  if (holder.kind !== 'reader') return false
  const { reader, subject } = holder
  if (reader.state === 'active') return true
  const isFresh = confirmTime(time()) - subject.launch <= goodFor
  const isAfterLeaving = reader.state !== 'unsubscribed' || subject.launch >= confirmTime(reader.since)
  return isFresh && isAfterLeaving && reader.state !== 'bounced' && reader.state !== 'complained'
}

function refusal(context: Context<ServeEnv>, serving: Serving, { kind }: Holder): Response {
  if (kind === 'unknown') return unknownLink(context, serving)
  if (kind === 'erased') return notOnTheList(context, serving)
  const { words } = serving.place
  const said = { title: words.linkTooOld, said: [words.subscribeAnew], ways: [toForm(serving)] }
  return notice(context, serving, said, 410)
}

function confirmed(context: Context<ServeEnv>, serving: Serving, { id, email }: Reader): Response {
  const { words } = serving.place
  return notice(context, serving, {
    title: words.confirmed,
    said: [words.sentTo],
    email,
    ways: [{ label: words.yourSubscription, href: waysOf(serving, id).preferences }],
  })
}
