import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Notice, noticePage } from '../../templates/serve/notice.js'
import type { ServeEnv } from './client.js'
import type { Serving } from './serving.js'

/** Answers with a page. */
export const page = (context: Context<ServeEnv>, tree: Root, status: ContentfulStatusCode = 200): Response =>
  context.html(toHtml(tree, { characterReferences: { useNamedReferences: false } }), status)

/** Answers with a page that says how it stands. */
export const notice = (
  context: Context<ServeEnv>,
  { place }: Serving,
  said: Notice,
  status: ContentfulStatusCode = 200,
): Response => page(context, noticePage(place, said), status)

/** Answers a link that we did not give out, and says how to leave all the same. */
export function unknownLink(context: Context<ServeEnv>, serving: Serving): Response {
  const { words } = serving.place
  const said = { title: words.unknownLink, said: [words.aboutUnknownLink], otherwise: true }
  return notice(context, serving, said, 404)
}

/** Answers somebody of whom nothing is known any more. */
export function notOnTheList(context: Context<ServeEnv>, serving: Serving): Response {
  const { words } = serving.place
  return notice(context, serving, {
    title: words.notOnTheList,
    said: [words.nothingKnown],
    ways: [toForm(serving)],
  })
}

/** The way to the form, for a notice. */
export const toForm = ({ place: { words, prefix } }: Serving): { label: string; href: string } => ({
  label: words.subscribe,
  href: `${prefix}/subscribe`,
})
