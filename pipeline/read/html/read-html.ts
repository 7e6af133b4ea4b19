import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { Report } from '../../messages.js'
import { withinStack } from '../../parse/nesting.js'
import type { ParsedSource, ParseOptions } from '../../parse/parse.js'
import { articleBlocks } from './article-blocks.js'
import { extract } from './extract/extract.js'
import { withoutFurniture } from './extract/furniture.js'
import { isClean } from './extract/is-clean.js'
import { withoutLayout } from './extract/layout.js'
import { reportLost } from './extract/lost.js'
import { pageFrontMatter } from './front-matter.js'
import { ignoresIn } from './ignores.js'
import { calledNotes, type LiftedNotes } from './markup/notes.js'
import { settleMarkup } from './markup/settle.js'
import { giveTex } from './markup/tex-of-mathml.js'
import { takeHead } from './meta/article-head.js'
import { type PageMeta, pageMeta } from './meta/page-meta.js'
import { takeRepublished } from './meta/republished.js'
import { alike, bare } from './meta/title.js'
import { attributeOf, elementsIn, isNamed, shown, wordsOf } from './nodes.js'
import { withoutIdleIds, withoutOwnLanguage } from './page/ids.js'
import { type Page, parsePage, withoutWrappers } from './page/parse-page.js'
import { refusal } from './page/refuse.js'

/**
 * An HTML page or a fragment of one, as a source: its article as HTML that `adopt` takes in, and front matter of what
 * the page says of it. Of a page with navigation and the like only the article is taken; what is left out has messages.
 * No script runs and nothing is fetched. What is no HTML, or would take minutes to parse, is an error and no text.
 */
export async function readHtml(html: string, options: ParseOptions, report: Report): Promise<ParsedSource> {
  const refused = refusal(html)
  if (refused) report('article-unreadable', `${refused}.`)
  const page = refused ? undefined : parsed(html, report)
  if (!page) return { frontMatter: frontMatterOfNothing(options, report), hast: placeholder, tags: [] }
  // Before anything is moved or left out.
  const ignores = ignoresIn(page.root, report)
  const meta = pageMeta(page.root)
  for (const said of meta.unsound) {
    report(
      'html-metadata',
      `Unexpected \`${shown(said)}\` in the metadata of the page, left out; it cannot be right`,
    )
  }
  const { notes, pixels } = settleMarkup(page, meta.url, report)
  const article = await articleOf(page, meta, report)
  withoutLayout(article)
  withoutFurniture(article, page.isPage, report)
  const from = takeRepublished(article, [...pixels, ...countersOf(page.root)], report)
  const head = takeHead(
    article,
    { authors: meta.authors, date: meta.date, description: meta.description, cover: meta.cover },
    from?.name || meta.site,
    report,
  )
  const title = titleOf(article, page.root, meta.title)
  closeWith(article, notes)
  await giveTex(article)
  withoutIdleIds(article)
  const frontMatter = pageFrontMatter({ page: meta, head, from, title }, options, report)
  withoutOwnLanguage(article, frontMatter.lang, frontMatter.dir)
  withoutWrappers(article)
  return { frontMatter, hast: article, tags: [], ...(ignores.length > 0 ? { ignores } : {}) }
}

/** What stands for a text that could not be read; the error beside it stops every format. */
const placeholder: Root = {
  type: 'root',
  children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: '…' }] }],
}

function frontMatterOfNothing(options: ParseOptions, report: Report): ParsedSource['frontMatter'] {
  const page = pageMeta({ type: 'root', children: [] })
  const head = { authors: [], date: '', description: '', cover: undefined }
  return pageFrontMatter({ page, head, from: undefined, title: undefined }, options, report)
}

function parsed(html: string, report: Report): Page | undefined {
  let page: Page | undefined
  withinStack(() => {
    page = parsePage(html)
    return page.root
  }, report)
  return page
}

/** A page that a site published is never an article alone, as what a word processor saved is. */
async function articleOf(
  { body, isPage }: Page,
  { title, url, site }: PageMeta,
  report: Report,
): Promise<Root> {
  const published = isPage && (url !== '' || site !== '')
  if (!published && isClean(body, isPage)) return { ...body, children: [...body.children] }
  const { article, by } = await extract(body, title)
  reportLost(body, article, by, report)
  return article
}

/** The Conversation's script for counting has the counter's address beside it. */
const countersOf = (root: Root): string[] =>
  [...elementsIn(root)]
    .filter(node => isNamed(node, 'script'))
    .map(node => attributeOf(node, 'dataCounter'))
    .filter(Boolean)

/** The page's title, unless the text begins with one that says it better. */
function titleOf(article: Root, page: Root, title: string): string | undefined {
  const [first] = articleBlocks(article)
  const begins = first?.node.type === 'element' && isNamed(first.node, 'h1') && first.words !== ''
  if (begins)
    return title === '' || alike(title, first.words) || !isTitled(article, title) ? undefined : title
  const headings = [...elementsIn(page)].filter(node => isNamed(node, 'h1') && wordsOf(node) !== '')
  const [only] = headings
  return title || (headings.length === 1 && only ? wordsOf(only) : undefined)
}

const isTitled = (article: Root, title: string) =>
  [...elementsIn(article)].some(node => isNamed(node, 'h1') && bare(textOf(node)) === bare(title))

/** The notes whose calls are in the article, at its end. */
function closeWith(article: Root, notes: LiftedNotes): void {
  article.children.push(...calledNotes(article, notes))
}
