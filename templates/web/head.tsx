import type { Element } from 'hast'
import { issueChangedOn } from '../../pipeline/changed-on.js'
import { toCss } from '../css.js'
import type { Rendering } from '../rendering.js'
import { canonicalUrl, previewImage } from './addresses.js'
import { scriptText, structuredData } from './json-ld.js'
import type { WebStyles } from './stylesheet.js'

/** What no page of ours does, forbidden to it as well: a script that some change let in would not run. */
const policy = "script-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"

/** The page's head: its name, its looks, and what other sites and search engines are told. */
export function head(rendering: Rendering, styles: WebStyles): Element {
  const { issue, publication, tokens } = rendering
  const { meta } = issue
  const canonical = canonicalUrl(rendering)
  const { ground: light } = tokens.light
  const { ground: dark } = tokens.dark
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta httpEquiv="Content-Security-Policy" content={policy} />
      <title>{issue.title === publication.name ? issue.title : `${issue.title} · ${publication.name}`}</title>
      {meta.standfirst ? <meta name="description" content={meta.standfirst} /> : undefined}
      {meta.authors.map(({ name }) => (
        <meta name="author" content={name} />
      ))}
      {canonical ? <link rel="canonical" href={canonical} /> : undefined}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={dark} media="(prefers-color-scheme: dark)" />
      {openGraph(rendering).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      <script type="application/ld+json">{scriptText(structuredData(rendering))}</script>
      {styles(tokens).map(({ media, rules }) => (
        <style media={media}>{toCss(rules)}</style>
      ))}
    </head>
  )
}

/** Open Graph (ogp.me): what a link to the page looks like where it is shared. */
function openGraph(rendering: Rendering): [property: string, content: string][] {
  const { issue, publication } = rendering
  const { meta } = issue
  const image = previewImage(rendering)
  const changed = issueChangedOn(issue)
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
    ...meta.tags.map((tag): [string, string] => ['article:tag', tag]),
  ]
  return properties.flatMap(([property, content]): [string, string][] =>
    content ? [[property, content]] : [],
  )
}
