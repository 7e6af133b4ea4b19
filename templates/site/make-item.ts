import type { ElementContent } from 'hast'
import type { ArticleMeta, Author } from '../../pipeline/article.js'
import { issueChangedOn } from '../../pipeline/changed-on.js'
import { isAlone, type Rendering } from '../rendering.js'
import { pageUrl, previewImage } from '../web/addresses.js'
import type { WebTemplate } from '../web/web.js'
import { contentOf } from './content.js'
import type { ItemPicture, SiteItem } from './item.js'
import { momentOf, shown } from './moment.js'

/** What is known of an issue besides. */
export interface ItemParts {
  /** The same wherever it is built, and in the EPUB. */
  readonly id: string
  readonly picture: ItemPicture | undefined
  /** A tree as text. */
  html(tree: readonly ElementContent[]): string
}

/** An issue as an item of the feeds and of the archive. */
export function makeItem(
  rendering: Rendering,
  template: WebTemplate,
  { id, picture, html }: ItemParts,
): SiteItem {
  const { issue } = rendering
  const { meta, articles } = issue
  const all = [meta, ...articles.map(article => article.meta)]
  const authors = authorsOf(all, isAlone(rendering) ? [] : meta.authors)
  const tags = [...new Set(all.flatMap(each => each.tags))]
  return {
    id,
    url: pageUrl(rendering),
    external_url: meta.source?.republished ? meta.source.url : undefined,
    title: issue.title,
    content_html: html(contentOf(rendering, template)),
    summary: meta.standfirst,
    image: previewImage(rendering)?.url,
    date_published: momentOf(meta.date) ?? momentOf(articles[0].meta.date),
    date_modified: momentOf(issueChangedOn(issue)) ?? shown(issue.modified),
    authors: authors.length > 0 ? authors.map(({ name, url }) => ({ name, url })) : undefined,
    tags: tags.length > 0 ? tags : undefined,
    language: issue.lang,
    _trifold: {
      slug: issue.slug,
      number: issue.number,
      subtitle: issue.subtitle,
      date: meta.date,
      dir: issue.dir,
      picture,
    },
  }
}

/** Who wrote the articles, each once; the editors of an issue of several did not. */
function authorsOf(all: readonly ArticleMeta[], editors: readonly Author[]): Author[] {
  const written = all.flatMap(({ authors }) => authors).filter(author => !editors.includes(author))
  return [...new Map(written.map(author => [author.name, author])).values()]
}
