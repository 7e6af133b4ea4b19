import type { Element, Root } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { toCss } from '../css.js'
import { htmlOf } from '../html/state.js'
import type { Rendering } from '../rendering.js'
import { issueContents } from './contents.js'
import { showsOnCover, standsOnCover } from './cover.js'
import { pageNameOf } from './page-name.js'
import { withPicturesThatFit } from './pictures.js'
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
          {issueContents(rendering)}
          {issue.articles.map(article => printedArticle(article, rendering, template))}
        </body>
      </html>,
    ],
  }
}

function printedArticle(article: Article, rendering: Rendering, template: PrintTemplate): Element {
  const { elements, layout } = template
  const { meta, tree } = article
  const text = [layout.title, layout.standfirst, layout.byline]
  const lead = showsOnCover(rendering) ? [] : [layout.lead]
  const front = standsOnCover(rendering) ? [...text, ...lead] : [layout.masthead, ...text, layout.lead]
  const back = [layout.disclosure, layout.source, layout.colophon]
  const printed = (
    <article
      className={['article', pageNameOf(article)]}
      lang={meta.lang === rendering.issue.lang ? undefined : meta.lang}
      dir={meta.dir === rendering.issue.dir ? undefined : meta.dir}
    >
      <header className="front">{front.flatMap(part => part(article, rendering))}</header>
      {layout.contents(article, rendering)}
      <div className="text">
        {htmlOf(tree.children, { rendering, article, handlers: elements })}
        {layout.addresses(article, rendering)}
        <footer className="back">{back.flatMap(part => part(article, rendering))}</footer>
      </div>
    </article>
  )
  return withPicturesThatFit(printed, rendering.tokens.paper)
}
