import type { ElementContent, Root } from 'hast'
import { feedLinks, mainId, skipLink } from '../web/frame.js'
import { schemes, settings, sheets } from '../web/settings.js'
import { addressOf, frameOf, type Site } from './site.js'
import { siteStyles } from './stylesheet.js'

/** A page around the issues: what it is called, where it is, and what is in it. */
export interface SitePage {
  readonly title: string
  /** From the publication's folder; empty for the page that a server shows there. */
  readonly file: string
  readonly header: readonly ElementContent[]
  readonly main: readonly ElementContent[]
  readonly footer: readonly ElementContent[]
}

/** The page as a document: nothing in it runs, and it asks for nothing but the pictures of the issues. */
export function sitePage(site: Site, { title, file, header, main, footer }: SitePage): Root {
  const { publication, words, dir, items } = site
  const { lang, description, tokens, name } = publication
  const address = addressOf(site, file)
  const image = items[0]?.image
  const properties: [string, string | undefined][] = [
    ['og:type', 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:site_name', name],
    ['og:url', address],
    ['og:locale', lang.replaceAll('-', '_')],
    ['og:image', image],
  ]
  const page = (
    <html lang={lang} dir={dir}>
      <head>
        {settings()}
        <title>{title}</title>
        {description ? <meta name="description" content={description} /> : undefined}
        {address ? <link rel="canonical" href={address} /> : undefined}
        {feedLinks(frameOf(site))}
        {schemes(tokens)}
        {properties.flatMap(([property, content]) =>
          content ? [<meta property={property} content={content} />] : [],
        )}
        {sheets(siteStyles(tokens))}
      </head>
      <body>
        {skipLink(words)}
        {header}
        <main id={mainId}>{main}</main>
        {footer}
      </body>
    </html>
  )
  return { type: 'root', children: [{ type: 'doctype' }, page] }
}
