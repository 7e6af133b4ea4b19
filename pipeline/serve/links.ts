import { type Context, Hono } from 'hono'
import { countedLinkOf } from '../send/links/address.js'
import type { ServeEnv } from './client.js'
import { linkTally } from './link-tally.js'
import type { Serving } from './serving.js'

/**
 * The links of emails that are counted. Where one leads is looked up in what was sent: an address that was not is led
 * to by none. What is counted is that a link of a launch was followed, and nothing of whoever did: no address, no time,
 * no program, no page before.
 */
export function linkRoutes({ links, backlog }: Serving): Hono<ServeEnv> {
  const app = new Hono<ServeEnv>()
  if (!links) return app
  const count = linkTally(links, backlog)
  app.get('/l/:owner/:number', async context => {
    const asked = countedLinkOf(context.req.param('owner'), context.req.param('number'))
    const address = asked && (await links.address(asked.owner, asked.number))
    if (!asked || address === undefined) return context.notFound()
    if ('launch' in asked.owner && isFollowed(context))
      count({ launch: asked.owner.launch, number: asked.number })
    // As browsers write it: a header is ASCII, and an address need not be.
    return context.redirect(new URL(address).href, 302)
  })
  return app
}

/** Whether somebody follows the link, and no program looks ahead (https://wicg.github.io/nav-speculation/prefetch.html). */
function isFollowed({ req }: Context<ServeEnv>): boolean {
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map(name => req.header(name) ?? '')
  return req.method === 'GET' && !purposes.some(purpose => /prefetch|prerender|preview/i.test(purpose))
}
