import type { Position } from 'unist'
import type { AnyElement, Article, Issue } from '../../article.js'
import { walk } from '../../walk.js'

/** A place that leads to an address of another host. */
export interface RemoteLink {
  /** As it is written, completed. */
  readonly href: string
  /** The address without its fragment, which no host is told of: what is asked, once. */
  readonly page: string
  /** The file, as messages name it. */
  readonly file: string
  readonly place: Position | undefined
}

/**
 * Every link of an issue to another host, in the order of the source: of its articles' front matter the original, its
 * licence and the authors, then the text. A page-view counter is none: asking it would count. Nor is an address that is
 * another for each reader.
 */
export const remoteLinks = (issue: Issue): readonly RemoteLink[] => issue.articles.flatMap(linksOf)

function linksOf({ file, meta, places, tree }: Article): RemoteLink[] {
  const links: RemoteLink[] = []
  const add = (href: string | undefined, place: Position | undefined) => {
    if (href === undefined || !/^https?:/i.test(href) || !URL.canParse(href)) return
    const page = new URL(href)
    page.hash = ''
    links.push({ href, page: page.href, file, place })
  }
  const { source, authors } = meta
  for (const { url } of authors) add(url, places?.authors)
  add(source?.url, places?.source)
  add(source?.licenseUrl, places?.source)
  walk(tree, node => add(hrefOf(node), node.position))
  return links
}

function hrefOf(node: AnyElement): string | undefined {
  if (node.tagName === 'embed') return node.properties.url
  if (node.tagName === 'picture') return node.properties.href
  if (node.tagName !== 'a' && node.tagName !== 'button') return undefined
  return node.properties.hrefParts ? undefined : node.properties.href
}
