import type { ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { type Stylesheet, toCss } from '../css.js'
import { type ArticleParts, articleParts, contentsOf, type Part, titleId } from '../html/front.js'
import { lead } from '../html/lead.js'
import { withoutRole } from '../html/roles.js'
import { type HtmlHandlers, htmlOf } from '../html/state.js'
import type { Rendering } from '../rendering.js'
import type { Tokens } from '../tokens.js'
import { coverPage } from './cover-page.js'
import { epubElements } from './elements.js'
import { embeddedFaces } from './fonts.js'
import { metadataOf } from './metadata.js'
import type { Book, BookDocument, DocumentHeading } from './package/book.js'
import { pageBreaksAt, withPageBreaks, withPagePlaces } from './pages.js'
import { placedHandlers } from './placed.js'
import { resourcesOf } from './resources.js'
import { epubStyles } from './stylesheet.js'
import { titlePage } from './title-page.js'

/** The parts of a book around the articles' text. */
export interface EpubLayout extends ArticleParts {
  /** The picture that the front matter names. */
  readonly lead: Part
  /** The page that shows the cover, where there is one. */
  readonly coverPage: (rendering: Rendering) => ElementContent[]
  readonly titlePage: (rendering: Rendering) => ElementContent[]
}

/** What an EPUB looks like. A publication replaces what it likes: a handler, a part, a rule. */
export interface EpubTemplate {
  readonly elements: HtmlHandlers
  readonly layout: EpubLayout
  readonly styles: (tokens: Tokens) => Stylesheet
}

export const defaultEpubTemplate: EpubTemplate = {
  elements: epubElements,
  layout: { ...articleParts, lead: withoutRole(lead), coverPage, titlePage },
  styles: epubStyles,
}

/** An issue as a book: a title page, then a chapter for each article in a file of its own. */
export function epubTemplate(rendering: Rendering, template: EpubTemplate = defaultEpubTemplate): Book {
  const { issue, words, tokens } = rendering
  const front = {
    lang: issue.lang,
    ...(issue.dir === 'rtl' ? { dir: issue.dir } : {}),
    matter: 'frontmatter',
    headings: [],
    inContents: false,
  } as const
  const cover: BookDocument = {
    ...front,
    file: 'cover.xhtml',
    title: words.cover,
    landmark: 'cover',
    body: template.layout.coverPage(rendering),
  }
  const opening: BookDocument = {
    ...front,
    file: 'title.xhtml',
    title: words.titlePage,
    landmark: 'titlepage',
    body: [...pageBreaksAt(rendering, 'start'), ...template.layout.titlePage(rendering)],
  }
  const documents = [
    ...(cover.body.length > 0 ? [cover] : []),
    opening,
    ...issue.articles.map((article, index) => chapter(article, index, rendering, template)),
  ]
  return {
    ...metadataOf(rendering),
    documents,
    stylesheet: toCss([...embeddedFaces(rendering), ...template.styles(tokens)]),
    ...resourcesOf(documents, rendering),
  }
}

/** The file of an article: its place in the issue, so that another title gives no other address. */
export const chapterFile = (index: number): string => `ch-${String(index + 1).padStart(3, '0')}.xhtml`

function chapter(
  article: Article,
  index: number,
  rendering: Rendering,
  { elements, layout }: EpubTemplate,
): BookDocument {
  const { meta } = article
  const { tree } = withPagePlaces(article, index, rendering)
  const part = (name: keyof ArticleParts | 'lead') => layout[name](article, rendering)
  return {
    file: chapterFile(index),
    title: meta.title,
    lang: meta.lang,
    ...(meta.dir === 'rtl' ? { dir: meta.dir } : {}),
    matter: 'bodymatter',
    ...(index === 0 ? { landmark: 'bodymatter' as const } : {}),
    body: [
      <section epub:type="chapter" role="doc-chapter" ariaLabelledBy={titleId(article)}>
        {pageBreaksAt(rendering, 'start', index)}
        <header className="front">
          {part('title')}
          {part('standfirst')}
          {part('byline')}
          {part('date')}
        </header>
        {part('lead')}
        {withPageBreaks(
          htmlOf(tree.children, { rendering, article, handlers: placedHandlers(elements) }),
          article,
          rendering,
        )}
        {pageBreaksAt(rendering, 'end', index)}
        {part('disclosure')}
        {part('source')}
      </section>,
    ],
    headings: contentsOf(article, rendering).filter(isHeading),
    inContents: true,
  }
}

const isHeading = (heading: { depth: number }): heading is DocumentHeading =>
  heading.depth === 2 || heading.depth === 3 || heading.depth === 4
