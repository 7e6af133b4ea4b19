import type { ElementContent, Root } from 'hast'
import { colophonOf, mainId, mastheadOf, skipLink } from '../web/frame.js'
import { schemes, sheets } from '../web/settings.js'
import type { Place } from './place.js'
import { serveStyles } from './stylesheet.js'

/** A page of the public server: what it is called, and what is in it. */
export interface ServePage {
  readonly title: string
  readonly main: readonly (ElementContent | undefined)[]
}

/** The page as a document: nothing in it runs, it asks for nothing, and search engines are told to leave it. */
export function servePage(place: Place, { title, main }: ServePage): Root {
  const { publication, words, common, dir } = place
  // No ways to the archive: these pages are about one thing, and the name leads home.
  const frame = { publication, words: common, mark: place.mark }
  const page = (
    <html lang={words.lang === primary(publication.lang) ? publication.lang : words.lang} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${publication.name}`}</title>
        {schemes(publication.tokens)}
        {sheets(serveStyles(publication.tokens))}
      </head>
      <body>
        {skipLink(common)}
        {mastheadOf(frame)}
        <main id={mainId}>
          <h1>{title}</h1>
          {main}
        </main>
        {colophonOf(frame)}
      </body>
    </html>
  )
  return { type: 'root', children: [{ type: 'doctype' }, page] }
}

const primary = (lang: string) => lang.split('-')[0]?.toLowerCase()

/** A paragraph; nothing where there is nothing to say. */
export const paragraph = (said: string | undefined): ElementContent | undefined =>
  said === undefined ? undefined : <p>{said}</p>

/** An address of a mailbox, on a line of its own. */
export const mailbox = (email: string): ElementContent => (
  <p className="mailbox">
    <bdi>{email}</bdi>
  </p>
)

/** A button that does what the page is about. @param action the address that it posts to */
export const deed = (action: string, label: string, kind: 'main' | 'quiet' = 'main'): ElementContent => (
  <form method="post" action={action}>
    <button className={kind} type="submit">
      {label}
    </button>
  </form>
)
