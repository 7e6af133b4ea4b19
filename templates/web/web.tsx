import type { ElementContent, Root } from 'hast'
import type { Article } from '../../pipeline/article.js'
import type { ArticleParts } from '../html/front.js'
import { type HtmlHandlers, htmlOf } from '../html/state.js'
import { type Rendering, titleId } from '../rendering.js'
import { webElements } from './elements.js'
import { head } from './head.js'
import { mainId, type WebLayout, webLayout } from './layout.js'
import { type WebStyles, webStyles } from './stylesheet.js'

/** What the web page looks like. A publication replaces what it likes: a handler, a part, a rule. */
export interface WebTemplate {
  readonly elements: HtmlHandlers
  readonly layout: WebLayout
  readonly styles: WebStyles
}

export const defaultWebTemplate: WebTemplate = {
  elements: webElements,
  layout: webLayout,
  styles: webStyles,
}

/** An issue as one page that needs nothing but its pictures: no script, no request, light and dark, any width. */
export function webTemplate(rendering: Rendering, template: WebTemplate = defaultWebTemplate): Root {
  const { issue } = rendering
  const { layout } = template
  const page = (
    <html lang={issue.lang} dir={issue.dir}>
      {head(rendering, template.styles)}
      <body>
        {layout.skip(rendering)}
        {layout.masthead(rendering)}
        <main id={mainId}>
          {layout.issueCorrections(rendering)}
          {issue.articles.map(article => articleOf(article, rendering, template))}
        </main>
        {layout.footer(rendering)}
      </body>
    </html>
  )
  return { type: 'root', children: [{ type: 'doctype' }, page] }
}

function articleOf(article: Article, rendering: Rendering, template: WebTemplate): ElementContent {
  const { elements: handlers, layout } = template
  const { meta, tree } = article
  const { issue } = rendering
  const part = (name: keyof ArticleParts | 'lead' | 'contents') => layout[name](article, rendering)
  return (
    <article
      lang={meta.lang === issue.lang ? undefined : meta.lang}
      dir={meta.dir === issue.dir ? undefined : meta.dir}
      ariaLabelledBy={titleId(article)}
    >
      <header className="front">
        {part('title')}
        {part('standfirst')}
        {part('byline')}
        {part('date')}
        {part('corrected')}
        {article === issue.articles[0] ? layout.downloads(rendering) : undefined}
      </header>
      {part('lead')}
      {part('contents')}
      {htmlOf(tree.children, { rendering, article, handlers })}
      {part('corrections')}
      {part('disclosure')}
      {part('source')}
    </article>
  )
}
