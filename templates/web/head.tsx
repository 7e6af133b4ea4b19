import type { Element } from 'hast'
import { issueChangedOn } from '../../pipeline/changed-on.js'
import type { Rendering } from '../rendering.js'
import { canonicalUrl, previewImage } from './addresses.js'
import { feedLinks } from './frame.js'
import { scriptText, structuredData } from './json-ld.js'
import { schemes, settings, sheets } from './settings.js'
import type { WebStyles } from './stylesheet.js'

/** The page's head: its name, its looks, and what other sites and search engines are told. */
export function head(rendering: Rendering, styles: WebStyles): Element {
  const { issue, publication, tokens, links } = rendering
  const { meta } = issue
  const canonical = canonicalUrl(rendering)
  return (
    <head>
      {settings()}
      <title>{issue.title === publication.name ? issue.title : `${issue.title} · ${publication.name}`}</title>
      {meta.standfirst ? <meta name="description" content={meta.standfirst} /> : undefined}
      {authorsOf(rendering).map(name => (
        <meta name="author" content={name} />
      ))}
      {canonical ? <link rel="canonical" href={canonical} /> : undefined}
      {feedLinks({ publication, site: links.site })}
      {schemes(tokens)}
      {openGraph(rendering).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      <script type="application/ld+json">{scriptText(structuredData(rendering))}</script>
      {sheets(styles(tokens))}
    </head>
  )
}

/** Who wrote what is on the page, each once. */
const authorsOf = ({ issue }: Rendering): readonly string[] => [
  ...new Set(issue.articles.flatMap(({ meta }) => meta.authors.map(({ name }) => name))),
]

/** Open Graph (ogp.me): what a link to the page looks like where it is shared. */
function openGraph(rendering: Rendering): [property: string, content: string][] {
  const { issue, publication } = rendering
  const { meta, articles } = issue
  const image = previewImage(rendering)
  const changed = issueChangedOn(issue)
  const tags = new Set([...meta.tags, ...articles.flatMap(article => article.meta.tags)])
  const properties: [string, string | undefined][] = [
    ['og:type', 'article'],
    ['og:title', issue.title],
    ['og:description', meta.standfirst],
    ['og:site_name', publication.name],
    ['og:url', canonicalUrl(rendering)],
    ['og:locale', issue.lang.replaceAll('-', '_')],
    ['og:image', image?.url],
    ['og:image:width', image && String(image.asset.width)],
    ['og:image:height', image && String(image.asset.height)],
    ['og:image:alt', image?.alt],
    ['article:published_time', meta.date],
    ['article:modified_time', changed === meta.date ? undefined : changed],
    ...[...tags].map((tag): [string, string] => ['article:tag', tag]),
  ]
  return properties.flatMap(([property, content]): [string, string][] =>
    content ? [[property, content]] : [],
  )
}
