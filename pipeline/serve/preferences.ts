import { type Context, Hono } from 'hono'
import { askPage } from '../../templates/serve/ask.js'
import { preferencesPage } from '../../templates/serve/preferences.js'
import type { ReaderFacts } from '../../templates/serve/reader-facts.js'
import type { Reader } from '../readers/reader.js'
import { notice, notOnTheList, page, unknownLink } from './answer.js'
import type { ServeEnv } from './client.js'
import { formOf, smallBody } from './form.js'
import { readName } from './reader-name.js'
import { holderOf } from './reader-of.js'
import type { Serving } from './serving.js'
import { waysOf } from './ways.js'

/** A reader's own pages: the name, all that is known (GDPR, article 15), and erasing it (article 17). */
export function preferencesRoutes(serving: Serving): Hono<ServeEnv> {
  const { place, readers, log } = serving
  const { words } = place
  const app = new Hono<ServeEnv>()

  /** Answers for the reader who holds the token, or says why there is none. */
  async function forHolder(
    context: Context<ServeEnv>,
    answer: (reader: Reader) => Response | Promise<Response>,
  ): Promise<Response> {
    const holder = await holderOf(serving, 'preferences', context.req.param('token'))
    if (holder.kind === 'unknown') return unknownLink(context, serving)
    return holder.kind === 'erased' ? notOnTheList(context, serving) : answer(holder.reader)
  }
  const shown = (reader: Reader, done?: 'saved' | 'wrong') =>
    preferencesPage(place, factsOf(reader), waysOf(serving, reader.id), done)

  app.get('/preferences/:token?', context => forHolder(context, reader => page(context, shown(reader))))

  app.post('/preferences/:token', smallBody, context =>
    forHolder(context, async reader => {
      const name = readName(formOf(context).get('name') ?? '')
      if (name === undefined) return page(context, shown(reader, 'wrong'), 422)
      const changed = await readers.change(reader.id, { name })
      return changed ? page(context, shown(changed, 'saved')) : notOnTheList(context, serving)
    }),
  )

  app.get('/preferences/:token/data.json', context =>
    forHolder(context, reader => {
      context.header('content-disposition', 'attachment; filename="subscription.json"')
      return context.body(`${JSON.stringify(factsOf(reader), undefined, 2)}\n`, 200, {
        'content-type': 'application/json; charset=utf-8',
      })
    }),
  )

  app.get('/preferences/:token/erase', context =>
    forHolder(context, ({ id, email }) => {
      const ways = waysOf(serving, id)
      const back = { label: words.back, href: ways.preferences }
      const asked = { title: words.eraseTitle, said: words.aboutErasing, button: words.eraseForGood }
      return page(context, askPage(place, { ...asked, email, action: ways.erase, back }))
    }),
  )

  app.post('/preferences/:token/erase', smallBody, context =>
    forHolder(context, async reader => {
      await readers.erase(reader.id)
      log(`Reader ${reader.id} was erased by their own wish`)
      return notice(context, serving, { title: words.erased, said: [words.aboutErased] })
    }),
  )
  return app
}

/** All that the list holds of a reader, for that reader. */
const factsOf = ({
  since,
  consent,
  email,
  name,
  state,
  attributes,
  tags,
  softBounces,
}: Reader): ReaderFacts => ({
  email,
  name,
  state,
  since: new Date(since).toISOString(),
  attributes,
  tags,
  consent: consent && { ...consent, at: new Date(consent.at).toISOString() },
  softBounces,
})
