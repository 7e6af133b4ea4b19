import type { ElementContent } from 'hast'
import type { Publication } from '../../pipeline/article.js'
import type { SiteLinks } from '../rendering.js'
import type { Words } from '../words.js'

/** The publication's mark as a page shows it. */
export interface Mark {
  readonly src: string
  readonly width: number
  readonly height: number
}

/** What stands around the text of every page of the publication. */
export interface Frame {
  readonly publication: Publication
  /** In the publication's language. */
  readonly words: Words
  readonly mark?: Mark | undefined
  readonly site?: SiteLinks | undefined
}

/** The id of what a page is about: where the skip link leads. */
export const mainId = 'tf-main'

/** The way past the masthead. @param words in the page's language */
export const skipLink = (words: Words): ElementContent => (
  <a className="skip" href={`#${mainId}`}>
    {words.startOfText}
  </a>
)

/** The mark and the name; a mark so wide is the name. */
export function nameplate({ publication: { name, logo }, mark }: Frame): (ElementContent | string)[] {
  if (!mark) return [name]
  const { src, width, height } = mark
  const isWord = width > 2 * height
  const picture = <img src={src} alt={logo?.alt ?? (isWord ? name : '')} width={width} height={height} />
  return isWord ? [picture] : [picture, name]
}

/**
 * The head of a page: the name, which leads home, and the way to the other pages.
 *
 * @param after what stands behind the name
 */
export function mastheadOf(frame: Frame, after?: string): ElementContent {
  const { publication, site } = frame
  const home = site?.archive ?? publication.url
  return (
    <header className="masthead" lang={publication.lang}>
      <p>
        {home ? <a href={home}>{nameplate(frame)}</a> : nameplate(frame)}
        {after ? ` ${after}` : undefined}
      </p>
      {waysOf(frame)}
    </header>
  )
}

function waysOf({ site, words: { web } }: Frame): ElementContent | undefined {
  if (!site) return undefined
  return (
    <ul className="ways">
      <li>
        <a href={site.archive}>{web.allIssues}</a>
      </li>
      {site.subscribe ? (
        <li>
          <a href={site.subscribe}>{web.subscribe}</a>
        </li>
      ) : undefined}
    </ul>
  )
}

/** The foot of a page: who publishes it, and the ways to the other pages. */
export function colophonOf({ publication, site, words }: Frame): ElementContent {
  const { name, description, publisher, address, lang } = publication
  // Most postal addresses begin with the publisher's name.
  const maker = publisher && !address?.startsWith(publisher) ? publisher : undefined
  const ways = [
    { label: words.web.allIssues, href: site?.archive },
    { label: words.web.subscribe, href: site?.subscribe },
    { label: words.web.feed, href: site?.feeds?.atom },
  ].flatMap(({ label, href }) => (href ? [<a href={href}>{label}</a>] : []))
  return (
    <footer className="colophon" lang={lang}>
      <p>
        <strong>{name}</strong>
        {description ? ` · ${description}` : undefined}
      </p>
      {maker ? <p>{maker}</p> : undefined}
      {address ? <p>{address}</p> : undefined}
      {ways.length > 0 ? (
        <p className="ways">{ways.flatMap((way, index) => (index > 0 ? [' · ', way] : [way]))}</p>
      ) : undefined}
    </footer>
  )
}

/** The feeds, for readers that look for them (RFC 4287 and JSON Feed 1.1, "Discovery"). */
export function feedLinks({ publication: { name }, site }: Omit<Frame, 'words'>): ElementContent[] {
  if (!site?.feeds) return []
  const { atom, json } = site.feeds
  return [
    <link rel="alternate" type="application/atom+xml" title={name} href={atom} />,
    <link rel="alternate" type="application/feed+json" title={name} href={json} />,
  ]
}
