import { type Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { type Filled, subscribeForm } from '../../templates/serve/subscribe.js'
import { readAddress } from '../readers/address.js'
import { notice, page } from './answer.js'
import { clientOf, neighbourhood, type ServeEnv } from './client.js'
import { formOf, smallBody } from './form.js'
import { readName } from './reader-name.js'
import type { Serving } from './serving.js'
import { takeUp } from './take-up.js'

/**
 * The form, and what comes of it. The answer is the same whoever has the address, and is given before anybody looks:
 * nobody learns from it who is on the list.
 */
export function subscribeRoutes(serving: Serving): Hono<ServeEnv> {
  const { place, trustProxy = 0 } = serving
  const app = new Hono<ServeEnv>()
  app.on('GET', ['/', '/subscribe'], context => form(context, serving))
  app.post('/subscribe', fromOurPages(serving), smallBody, async context => {
    const fields = formOf(context)
    const written = { email: fields.get('email') ?? '', name: fields.get('name') ?? '' }
    const address = readAddress(written.email)
    const name = readName(written.name)
    if ('fault' in address || name === undefined) {
      const wrong = 'fault' in address ? 'email' : 'name'
      return form(context, serving, { email: '', name: '', ...short(written), wrong })
    }
    const client = clientOf(context, trustProxy)
    const wait = waitOf(serving, neighbourhood(client))
    if (wait > 0) return tooOften(context, serving, wait)
    const { email } = address
    if (!serving.backlog.add(() => takeUp(serving, { email, name })))
      return tooOften(context, serving, 60_000)
    return notice(context, serving, {
      title: place.words.lookIntoMailbox,
      said: [place.words.onItsWay, place.words.nothingThere],
    })
  })
  return app
}

/** Forms of other sites are not heard, but those of the publication's own pages. */
const fromOurPages = ({ url, publication }: Serving) =>
  csrf({ origin: [url, publication.url].flatMap(each => (each === undefined ? [] : [new URL(each).origin])) })

function form(context: Context<ServeEnv>, { place }: Serving, filled?: Filled): Response {
  // Its address holds no token, and without one the browser would not say where the form was sent from (Fetch, 3.2).
  context.header('referrer-policy', 'same-origin')
  return page(context, subscribeForm(place, filled), filled?.wrong ? 422 : 200)
}

/** What was written, to be written better; what is far too long is not given back. */
const short = ({ email, name }: { readonly email: string; readonly name: string }) => ({
  ...(email.length <= 254 ? { email } : {}),
  ...(name.length <= 200 ? { name } : {}),
})

/** Milliseconds until the form is heard again, 0 where it is now. It counts whatever the address is. */
function waitOf({ byClient, byAll, time }: Serving, client: string): number {
  const now = time()
  return byClient.take(client, now) || byAll.take('', now)
}

function tooOften(context: Context<ServeEnv>, serving: Serving, wait: number): Response {
  const { words } = serving.place
  context.header('retry-after', String(Math.ceil(wait / 1000)))
  return notice(context, serving, { title: words.tooOften, said: [words.tryLater] }, 429)
}
