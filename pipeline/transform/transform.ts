import type { Article, ArticleMeta } from '../article.js'
import type { Report } from '../messages.js'
import { settledDirection } from '../parse/direction-controls.js'
import { shallow } from '../parse/nesting.js'
import type { ParsedSource } from '../parse/parse.js'
import { adopt } from './adopt/adopt.js'
import { attributeQuotations } from './attributions.js'
import { settleDirections } from './directions.js'
import { setFormulas } from './formulas.js'
import { freeze } from './freeze.js'
import { settleHeadings } from './headings.js'
import { highlightCode } from './highlight.js'
import { settleIds } from './ids.js'
import { type Siblings, settleLinks } from './links.js'
import { numberNotes } from './notes.js'
import { withholdCover, withholdPictures } from './withheld-pictures.js'

/** Who the article is among others. */
export interface ArticleIdentity {
  /** See `Article.key`. */
  readonly key: string
  readonly file: string
  /** Elements added to the vocabulary, by tag name. */
  readonly added?: ReadonlySet<string>
  /** Whether it is to be published, and not just read: a republished article then loses pictures without rights. */
  readonly isPublished?: true
  /** The other articles of its issue: the key of each by its file's name. */
  readonly siblings?: Siblings
}

/** An article whose links to other articles of its issue are still to be settled. */
export interface Draft {
  readonly article: Article
  /** What a link may call a place of it, with the place's id. */
  readonly ids: ReadonlyMap<string, string>
}

/** An article by itself: its draft, frozen. */
export async function transform(
  given: ParsedSource,
  identity: ArticleIdentity,
  report: Report,
): Promise<Article> {
  const { article } = await draft(given, identity, report)
  return freeze(article)
}

/** The transforms in order: from parsed HTML to the article tree. */
export async function draft(given: ParsedSource, identity: ArticleIdentity, report: Report): Promise<Draft> {
  const { isPublished } = identity
  const parsed = { ...given, hast: shallow(given.hast, report) }
  const title = settleHeadings(parsed.hast, parsed.frontMatter.title, report)
  const said = settleMeta(parsed, title, report)
  const meta = isPublished ? withholdCover(said, parsed.places, report) : said
  const { tree, notes: written } = adopt(parsed.hast, report, parsed.tags, identity.added)
  attributeQuotations(tree)
  const { leftOut: pictures, notes } = isPublished
    ? withholdPictures(tree, written, meta, report)
    : { leftOut: [], notes: written }
  const leftOut = [...(said.cover && !meta.cover ? [said.cover.src] : []), ...pictures]
  numberNotes(tree, notes, report)
  const ids = settleIds(tree, report)
  settleLinks(tree, { ids, base: meta.canonicalUrl ?? meta.source?.url, siblings: identity.siblings }, report)
  settleDirections(tree, report)
  await highlightCode(tree)
  await setFormulas(tree, report)
  if (tree.children.length === 0)
    report('article-empty', 'Unexpected empty article, expected text after the front matter')
  const { places, ignores } = parsed
  const { key, file } = identity
  const article = {
    key,
    file,
    meta,
    ...(places ? { places } : {}),
    ...(ignores ? { ignores } : {}),
    tree,
  }
  return { article: leftOut.length > 0 ? { ...article, leftOut } : article, ids }
}

function settleMeta(parsed: ParsedSource, title: string | undefined, report: Report): ArticleMeta {
  const { slug } = parsed.frontMatter
  if (title === undefined) {
    report(
      'title-missing',
      `Unexpected article without a title, expected \`title\` in the front matter or a first heading; \`${slug}\` stands in`,
    )
  } else if (title.length > 200 && parsed.frontMatter.title === undefined) {
    report('title-long', `Unexpected title of ${title.length} characters, expected at most 200`)
  }
  const settled = settledDirection(title ?? '')
  if (settled !== (title ?? ''))
    report('direction-control', 'Unexpected characters that turn the direction of what follows, in the title')
  return { ...parsed.frontMatter, title: settled || slug.replaceAll('-', ' ') }
}
