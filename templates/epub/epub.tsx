import type { ElementContent } from 'hast'
import type { Article, ArticleNode } from '../../pipeline/article.js'
import { type Stylesheet, toCss } from '../css.js'
import { issueCorrections } from '../html/corrections.js'
import { type ArticleParts, articleParts, contentsOf, type Part } from '../html/front.js'
import { lead } from '../html/lead.js'
import { letterText, signature } from '../html/letter.js'
import { withoutRole } from '../html/roles.js'
import { type Section, sectionsOf } from '../html/sections.js'
import { type HtmlHandlers, htmlOf } from '../html/state.js'
import { type Rendering, titleId } from '../rendering.js'
import type { Tokens } from '../tokens.js'
import { chapterRights } from './chapter-rights.js'
import { coverPage } from './cover-page.js'
import { epubElements } from './elements.js'
import { embeddedFaces } from './fonts.js'
import { metadataOf } from './metadata.js'
import type { Book, BookDocument, DocumentHeading } from './package/book.js'
import { pageBreaksAt, withPageBreaks, withPagePlaces } from './pages.js'
import { partPage } from './part-page.js'
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
  /** What was wrong in an issue of several articles as a whole, on the title page. */
  readonly issueCorrections: (rendering: Rendering) => ElementContent[]
  /** The page before the articles of a section. @param id of its heading */
  readonly partPage: (section: Section, id: string, rendering: Rendering) => ElementContent[]
  /** The names below a letter, where its writer did not sign it. */
  readonly signature: Part
  /** The rights of an article among several. */
  readonly rights: Part
}

/** What an EPUB looks like. A publication replaces what it likes: a handler, a part, a rule. */
export interface EpubTemplate {
  readonly elements: HtmlHandlers
  readonly layout: EpubLayout
  readonly styles: (tokens: Tokens) => Stylesheet
}

export const defaultEpubTemplate: EpubTemplate = {
  elements: epubElements,
  layout: {
    ...articleParts,
    lead: withoutRole(lead),
    coverPage,
    titlePage,
    issueCorrections,
    partPage,
    signature,
    rights: chapterRights,
  },
  styles: epubStyles,
}

/** An issue as a book: a title page, then a chapter for each article in a file of its own, and a page before each section. */
export function epubTemplate(given: Rendering, template: EpubTemplate = defaultEpubTemplate): Book {
  const rendering: Rendering = {
    ...given,
    fileOf: article => chapterFile(given.issue.articles.findIndex(({ key }) => key === article.key)),
  }
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
    body: [
      ...pageBreaksAt(rendering, 'start'),
      ...template.layout.titlePage(rendering),
      ...template.layout.issueCorrections(rendering),
    ],
  }
  const documents = [
    ...(cover.body.length > 0 ? [cover] : []),
    opening,
    ...startingAtFirst(bodyOf(rendering, template)),
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

/** Books open where the text starts: at the letter where there is one, which is written to be read first. */
const startingAtFirst = ([first, ...others]: readonly BookDocument[]): readonly BookDocument[] =>
  first ? [{ ...first, landmark: 'bodymatter' }, ...others] : []

/** The chapters, those of a section after its page. */
function bodyOf(rendering: Rendering, template: EpubTemplate): BookDocument[] {
  const { issue } = rendering
  const place = (article: Article) => issue.articles.findIndex(({ key }) => key === article.key)
  let parts = 0
  return sectionsOf(issue).flatMap(section => {
    const { title, articles } = section
    const chapters = articles.map(article => chapter(article, place(article), rendering, template))
    if (title === undefined) return chapters
    parts += 1
    const number = String(parts).padStart(2, '0')
    const file = `part-${number}.xhtml`
    const part: BookDocument = {
      file,
      title,
      lang: issue.lang,
      ...(issue.dir === 'rtl' ? { dir: issue.dir } : {}),
      matter: 'bodymatter',
      body: template.layout.partPage(section, `tf-part-${number}`, rendering),
      headings: [],
      inContents: true,
    }
    return [part, ...chapters.map(each => ({ ...each, under: file }))]
  })
}

function chapter(
  article: Article,
  index: number,
  rendering: Rendering,
  { elements, layout }: EpubTemplate,
): BookDocument {
  const { meta, letter } = article
  const placed = withPagePlaces(article, index, rendering)
  const part = (name: keyof ArticleParts | 'lead' | 'rights') => layout[name](article, rendering)
  const handlers = placedHandlers(elements)
  const set = (nodes: readonly ArticleNode[]) => htmlOf(nodes, { rendering, article, handlers })
  const text = letter ? letterText(placed, rendering, set, layout.signature) : set(placed.tree.children)
  return {
    file: chapterFile(index),
    title: meta.title,
    lang: meta.lang,
    ...(meta.dir === 'rtl' ? { dir: meta.dir } : {}),
    matter: 'bodymatter',
    body: [
      <section {...kindOf(article)} ariaLabelledBy={titleId(article)}>
        {pageBreaksAt(rendering, 'start', index)}
        <header className="front">
          {part('title')}
          {part('standfirst')}
          {letter ? undefined : part('byline')}
          {part('date')}
          {part('origin')}
          {part('corrected')}
        </header>
        {part('lead')}
        {withPageBreaks(text, article, rendering)}
        {pageBreaksAt(rendering, 'end', index)}
        {part('corrections')}
        {part('disclosure')}
        {part('source')}
        {part('rights')}
      </section>,
    ],
    headings: contentsOf(article, rendering).filter(isHeading),
    inContents: true,
  }
}

/** An editor's letter is what books call a preface (EPUB 3 Structural Semantics, 2.3); a foreword is by somebody else. */
const kindOf = ({ letter }: Article) =>
  letter
    ? ({ className: 'letter', 'epub:type': 'preface', role: 'doc-preface' } as const)
    : ({ 'epub:type': 'chapter', role: 'doc-chapter' } as const)

const isHeading = (heading: { depth: number }): heading is DocumentHeading =>
  heading.depth === 2 || heading.depth === 3 || heading.depth === 4
