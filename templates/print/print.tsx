import type { Element, ElementContent, Root } from 'hast'
import type { Article, ArticleNode } from '../../pipeline/article.js'
import { toCss } from '../css.js'
import { letterText } from '../html/letter.js'
import { placeInSection } from '../html/sections.js'
import { htmlOf } from '../html/state.js'
import type { Rendering } from '../rendering.js'
import { showsOnCover, standsOnCover } from './cover.js'
import { isDatedOtherwise } from './opening.js'
import { pageNameOf } from './page-name.js'
import { withPicturesThatFit } from './pictures.js'
import { rankedLower } from './ranks.js'
import { defaultPrintTemplate, type PrintTemplate } from './template.js'

export { defaultPrintTemplate, type PrintTemplate, withCover } from './template.js'

/**
 * An issue as a whole HTML document to print. Its pictures and fonts are where `rendering.links` and `/fonts/` say;
 * the same issue gives the same tree.
 */
export function printTemplate(rendering: Rendering, template: PrintTemplate = defaultPrintTemplate): Root {
  const { issue } = rendering
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      <html lang={issue.lang} dir={issue.dir}>
        <head>
          <meta charSet="utf-8" />
          <title>{issue.title}</title>
          <style>{toCss(template.stylesheet(rendering))}</style>
        </head>
        <body>
          {template.layout.cover(issue.articles[0], rendering)}
          {template.layout.issueCorrections(rendering)}
          {template.layout.issueContents(issue.articles[0], rendering)}
          {issue.articles.map(article => printedArticle(article, rendering, template))}
        </body>
      </html>,
    ],
  }
}

function printedArticle(article: Article, rendering: Rendering, template: PrintTemplate): Element {
  const { elements, layout } = template
  const { meta, tree, letter } = article
  const state = { rendering, article, handlers: elements }
  const set = (nodes: readonly ArticleNode[]) => htmlOf(nodes, state)
  const dated = isDatedOtherwise(article, rendering) ? [layout.date] : []
  // A letter is signed, and dated where the issue is.
  const text = [
    layout.title,
    layout.standfirst,
    ...(letter ? [] : [layout.byline, ...dated]),
    layout.origin,
    layout.corrected,
  ]
  const lead = showsOnCover(rendering) ? [] : [layout.lead]
  const front = standsOnCover(rendering) ? [...text, ...lead] : [layout.masthead, ...text, layout.lead]
  const back = [layout.disclosure, layout.source, layout.colophon]
  const parts = [
    <header className="front">{front.flatMap(part => part(article, rendering))}</header>,
    ...layout.contents(article, rendering),
    <div className="text">
      {letter ? letterText(article, rendering, set, layout.signature) : set(tree.children)}
      {layout.corrections(article, rendering)}
      {layout.addresses(article, rendering)}
      {footer(back.flatMap(part => part(article, rendering)))}
    </div>,
  ]
  const printed = (
    <article
      className={['article', pageNameOf(article), ...(letter ? ['letter'] : [])]}
      lang={meta.lang === rendering.issue.lang ? undefined : meta.lang}
      dir={meta.dir === rendering.issue.dir ? undefined : meta.dir}
    >
      {placeInSection(article, rendering.issue) ? rankedLower(parts) : parts}
    </article>
  )
  return withPicturesThatFit(printed, rendering.tokens.paper)
}

const footer = (back: ElementContent[]): ElementContent[] =>
  back.length > 0 ? [<footer className="back">{back}</footer>] : []
