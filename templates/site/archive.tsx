import type { ElementContent, Root } from 'hast'
import { time } from '../html/time.js'
import { colophonOf, nameplate } from '../web/frame.js'
import { numberPhrase } from '../web/issue.js'
import { listed } from '../words.js'
import type { SiteItem } from './item.js'
import { sitePage } from './page.js'
import { frameOf, type Site } from './site.js'

/** The list of all issues: the newest large, the others by year. */
export function archive(site: Site): Root {
  const { publication, words, items } = site
  const { web } = words
  const [newest, ...others] = items
  return sitePage(site, {
    title: publication.name,
    file: '',
    header: [archiveHeader(site)],
    main: newest
      ? [
          <section className="newest" ariaLabelledBy="tf-newest">
            <h2 id="tf-newest">{web.newestIssue}</h2>
            {entry(newest, site)}
          </section>,
          ...years(others).map(({ year, items: those }) => (
            <section className="year" ariaLabelledBy={`tf-${year ?? 'undated'}`}>
              <h2 id={`tf-${year ?? 'undated'}`}>{year ?? web.undated}</h2>
              <ol>
                {those.map(item => (
                  <li>{entry(item, site, 'lazy')}</li>
                ))}
              </ol>
            </section>
          )),
        ]
      : [<p>{web.nothingYet}</p>],
    footer: [colophonOf(frameOf({ ...site, publication: withoutDescription(site) }))],
  })
}

/** It stands at the head of the page already. */
const withoutDescription = ({ publication: { description: _, ...publication } }: Site) => publication

function archiveHeader(site: Site): ElementContent {
  const { publication, words, links } = site
  const ways = [
    { label: words.web.subscribe, href: links.subscribe },
    { label: words.web.feed, href: links.feeds?.atom },
  ].flatMap(({ label, href }) => (href ? [{ label, href }] : []))
  return (
    <header className="title">
      <h1>{nameplate(frameOf(site))}</h1>
      {publication.description ? <p className="standfirst">{publication.description}</p> : undefined}
      {ways.length > 0 ? (
        <ul className="ways">
          {ways.map(({ label, href }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      ) : undefined}
    </header>
  )
}

/** Issues of one year. */
interface Year {
  /** Undefined for those without a date. */
  readonly year: string | undefined
  readonly items: readonly SiteItem[]
}

function years(items: readonly SiteItem[]): Year[] {
  const found = new Map<string | undefined, SiteItem[]>()
  for (const item of items) {
    const year = item.date_published?.slice(0, 4)
    found.set(year, [...(found.get(year) ?? []), item])
  }
  return [...found].map(([year, those]) => ({ year, items: those }))
}

function entry(item: SiteItem, { publication: { lang }, words }: Site, loading?: 'lazy'): ElementContent {
  const { slug, number, subtitle, date, dir, picture } = item._trifold
  const folder = encodeURIComponent(slug)
  const line = [
    ...(number ? [numberPhrase(number, words.web.number)] : []),
    ...(date ? [time(date, lang)] : []),
  ]
  const names = listed(item.authors?.map(({ name }) => name) ?? [], lang)
  const foreign = item.language === lang ? {} : { lang: item.language, dir }
  return (
    <article className="entry">
      {picture ? (
        <p className="picture">
          <img
            src={`${folder}/${picture.path}`}
            alt=""
            width={picture.width / 2}
            height={picture.height / 2}
            loading={loading}
          />
        </p>
      ) : undefined}
      <div className="about">
        {line.length > 0 ? (
          <p className="issue-line">{line.flatMap((part, index) => (index > 0 ? [' · ', part] : [part]))}</p>
        ) : undefined}
        <h3 {...foreign}>
          <a href={`${folder}/index.html`}>{item.title}</a>
        </h3>
        {subtitle ? (
          <p className="subtitle" {...foreign}>
            {subtitle}
          </p>
        ) : undefined}
        {item.summary ? (
          <p className="gist" {...foreign}>
            {item.summary}
          </p>
        ) : undefined}
        {names ? <p className="names">{names}</p> : undefined}
      </div>
    </article>
  )
}
