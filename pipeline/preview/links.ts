import type { Hono } from 'hono'
import type { Article, Issue } from '../article.js'
import { leadsWithin, placeOfLink } from '../article-link.js'
import { walk, wordsOf } from '../walk.js'
import type { PreviewOptions } from './app.js'
import { passageOf } from './passage-of.js'

/** Where a link leads: within the issue, to the publication's own pages, elsewhere on the web, or to somebody. */
export type LinkKind = 'within' | 'publication' | 'elsewhere' | 'somebody'

/** A link of an issue. */
export interface FoundLink {
  readonly kind: LinkKind
  /** What is read; of a picture its alternative text. */
  readonly text: string
  /** The address; another article of the issue is named by its title. */
  readonly target: string
  /** As messages name it. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
}

/** Every link of an issue, in the order of the text. @param url the publication's */
export function linksOf({ articles }: Issue, url: string | undefined): readonly FoundLink[] {
  const titles = new Map(articles.map(({ key, meta }) => [key, meta.title]))
  return articles.flatMap(article => linksIn(article, url, titles))
}

function linksIn(
  { file, tree }: Article,
  url: string | undefined,
  titles: ReadonlyMap<string, string>,
): FoundLink[] {
  const found: FoundLink[] = []
  walk(tree, node => {
    const { properties, position } = node
    const target = 'href' in properties ? properties.href : undefined
    if (typeof target !== 'string') return
    const alt = 'alt' in properties ? String(properties.alt) : ''
    const text = wordsOf(node).replace(/\s+/g, ' ').trim() || alt
    found.push({
      kind: kindOf(target, url),
      text,
      target: named(target, titles),
      file,
      line: position.start.line,
    })
  })
  return found
}

/** A target as people know it: another article of the issue by its title. */
function named(target: string, titles: ReadonlyMap<string, string>): string {
  const place = placeOfLink(target)
  if (!place) return target
  return `“${titles.get(place.key) ?? place.key}”${place.id === undefined ? '' : ` #${place.id}`}`
}

/** Where a target leads, as the article tree has it. */
export function kindOf(target: string, url: string | undefined): LinkKind {
  if (leadsWithin(target)) return 'within'
  if (/^(?:mailto|tel|sms):/i.test(target)) return 'somebody'
  if (!URL.canParse(target)) return url === undefined ? 'elsewhere' : 'publication'
  return url !== undefined && isBelow(new URL(target), new URL(url)) ? 'publication' : 'elsewhere'
}

/** Whether an address is the publication's own or one below it. */
const isBelow = (target: URL, own: URL): boolean =>
  target.host === own.host && `${target.pathname}/`.startsWith(`${own.pathname.replace(/\/$/, '')}/`)

/** Adds the links of issues: `/links/<slug>`. */
export function linkRoutes(app: Hono, options: PreviewOptions): void {
  app.get('/links/:slug', async context => {
    const passage = await passageOf(context.req.param('slug'), options)
    if (!passage) return context.notFound()
    const { issue } = passage
    return context.json(issue ? linksOf(issue, options.config().publication.url) : [])
  })
}
