import type { ElementContent, Root } from 'hast'
import type { Article } from '../../../pipeline/article.js'
import { correctedOn } from '../../corrections.js'
import { issueCorrections } from '../../html/corrections.js'
import { articleParts } from '../../html/front.js'
import { type HtmlHandlers, htmlOf } from '../../html/state.js'
import type { Rendering } from '../../rendering.js'
import { pasteElements } from './elements.js'

/**
 * An issue as a page to copy from, into the editor of a service that takes nothing else: headings, paragraphs, lists,
 * quotations, pictures, links and notes, without a layout and without styles.
 */
export function pasteTemplate(rendering: Rendering, handlers: HtmlHandlers = pasteElements): Root {
  const { issue } = rendering
  const alone = issue.articles.length === 1
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      <html lang={issue.lang} dir={issue.dir}>
        <head>
          <meta charSet="utf-8" />
          <title>{issue.title}</title>
        </head>
        <body>
          {alone ? undefined : <h1>{issue.title}</h1>}
          {plain(issueCorrections(rendering))}
          {issue.articles.flatMap(article => articleOf(article, rendering, handlers, alone))}
        </body>
      </html>,
    ],
  }
}

function articleOf(
  article: Article,
  rendering: Rendering,
  handlers: HtmlHandlers,
  alone: boolean,
): ElementContent[] {
  const { meta, tree } = article
  const Title = alone ? 'h1' : 'h2'
  const { byline, corrections, disclosure, source } = articleParts
  const after = [corrections, disclosure, source].flatMap(part => part(article, rendering))
  const corrected = correctedOn(article, rendering)
  return [
    <Title>{meta.title}</Title>,
    ...[meta.subtitle, meta.standfirst].flatMap(text => (text ? [<p>{<em>{text}</em>}</p>] : [])),
    ...plain(byline(article, rendering)),
    ...(corrected ? [<p>{corrected}</p>] : []),
    ...coverOf(article, rendering),
    ...htmlOf(tree.children, { rendering, article, handlers }),
    ...wayOnOf(article, rendering),
    ...plain(after),
  ]
}

/** The way to the whole of an article of which there is a digest. */
function wayOnOf({ key }: Article, { digests, words }: Rendering): ElementContent[] {
  const way = digests?.get(key)
  if (!way) return []
  const label = way.sourceName ? `${words.readFullOn} ${way.sourceName}` : words.continueReading
  return [
    <p>
      <a href={way.href}>{label}</a>
    </p>,
  ]
}

function coverOf(article: Article, { assets, links }: Rendering): ElementContent[] {
  const { cover } = article.meta
  const asset = cover && assets.image(article, cover.src)
  if (!cover || !asset) return []
  return [
    <figure>
      <img src={links.image(asset)} alt={cover.alt} />
      {cover.caption ? <figcaption>{cover.caption}</figcaption> : undefined}
    </figure>,
  ]
}

/** Shared parts without their sections, classes and ids, which mean nothing in an editor. */
const plain = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const children = plain(node.children)
    if (node.tagName === 'section') return children
    const { href } = node.properties
    return [{ ...node, properties: href ? { href } : {}, children }]
  })
