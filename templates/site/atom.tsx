/** @jsxImportSource #xml */
import type { Element } from 'xast'
import type { SiteItem } from './item.js'
import { addressOf, type Site } from './site.js'

/** When a feed without issues was changed: it has to say some moment, and always the same. */
const never = '2000-01-01T00:00:00Z'

/** The newest issues with their full text, as Atom (RFC 4287). @param url the publication's address */
export function atomFeed(site: Site, items: readonly SiteItem[]): Element {
  const { publication, links } = site
  const home = addressOf(site, '')
  const updated =
    items
      .map(item => item.date_modified)
      .sort()
      .at(-1) ?? never
  return (
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang={publication.lang}>
      <id>{home}</id>
      <title>{publication.name}</title>
      {publication.description ? <subtitle>{publication.description}</subtitle> : null}
      <updated>{updated}</updated>
      <link rel="self" type="application/atom+xml" href={addressOf(site, links.feeds?.atom ?? '')} />
      <link rel="alternate" type="text/html" href={home} />
      <author>
        <name>{publication.publisher ?? publication.name}</name>
      </author>
      <generator>Trifold</generator>
      {items.map(entry)}
    </feed>
  )
}

function entry(item: SiteItem): Element {
  return (
    <entry xml:lang={item.language}>
      <id>{item.id}</id>
      <title>{item.title}</title>
      <updated>{item.date_modified}</updated>
      {item.date_published ? <published>{item.date_published}</published> : null}
      <link rel="alternate" type="text/html" href={item.url} />
      {item.external_url ? <link rel="via" type="text/html" href={item.external_url} /> : null}
      {(item.authors ?? []).map(({ name, url }) => (
        <author>
          <name>{name}</name>
          {url ? <uri>{url}</uri> : null}
        </author>
      ))}
      {(item.tags ?? []).map(tag => (
        <category term={tag} />
      ))}
      {item.summary ? <summary>{item.summary}</summary> : null}
      <content type="html">{item.content_html}</content>
    </entry>
  )
}
