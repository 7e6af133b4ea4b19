import type { ElementContent, Root } from 'hast'
import type { Article } from '../../pipeline/article.js'
import type { ArticleParts } from '../html/front.js'
import { sectionsOf } from '../html/sections.js'
import { type HtmlHandlers, htmlOf } from '../html/state.js'
import { isAlone, type Rendering, titleId } from '../rendering.js'
import { deeper } from './deeper.js'
import { webElements } from './elements.js'
import { mainId } from './frame.js'
import { head } from './head.js'
import { sectionId } from './issue.js'
import { type WebLayout, webLayout } from './layout.js'
import { type WebStyles, webStyles } from './stylesheet.js'
import { toldApart } from './told-apart.js'

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
  const main = isAlone(rendering) ? (
    <main id={mainId}>{articleOf(issue.articles[0], rendering, template)}</main>
  ) : (
    <main id={mainId} className="issue">
      {several(rendering, template)}
    </main>
  )
  const page = (
    <html lang={issue.lang} dir={issue.dir}>
      {head(rendering, template.styles)}
      <body>
        {layout.skip(rendering)}
        {layout.masthead(rendering)}
        {main}
        {layout.footer(rendering)}
      </body>
    </html>
  )
  return { type: 'root', children: [{ type: 'doctype' }, page] }
}

/** What is said of the whole, the list of its articles, and each of them under its section's title. */
function several(rendering: Rendering, template: WebTemplate): ElementContent[] {
  const { issue } = rendering
  const { layout } = template
  // An issue's articles lie in one folder, so its picture is found from any of them.
  const whole: Article = { ...issue.articles[0], meta: issue.meta }
  return [
    <header className="front opening">
      {layout.opening(rendering)}
      {layout.downloads(rendering)}
    </header>,
    ...layout.issueCorrections(rendering),
    ...layout.lead(whole, rendering),
    ...layout.issueContents(rendering),
    ...sectionsOf(issue).flatMap(({ title, articles }, index) => {
      const all = articles.map(article => deeper(toldApart(articleOf(article, rendering, template), article)))
      if (!title) return all
      return [
        <section ariaLabelledBy={sectionId(index)}>
          <p className="section-title" id={sectionId(index)}>
            {title}
          </p>
          {all}
        </section>,
      ]
    }),
  ]
}

function articleOf(article: Article, rendering: Rendering, template: WebTemplate): ElementContent {
  const { elements: handlers, layout } = template
  const { meta, tree, letter } = article
  const { issue } = rendering
  const alone = isAlone(rendering)
  const part = (name: keyof ArticleParts | 'lead' | 'contents' | 'counter' | 'back') =>
    layout[name](article, rendering)
  return (
    <article
      className={letter ? 'letter' : undefined}
      lang={meta.lang === issue.lang ? undefined : meta.lang}
      dir={meta.dir === issue.dir ? undefined : meta.dir}
      ariaLabelledBy={titleId(article)}
    >
      <header className="front">
        {part('title')}
        {part('standfirst')}
        {part('byline')}
        {part('date')}
        {part('origin')}
        {part('corrected')}
        {alone ? layout.downloads(rendering) : undefined}
      </header>
      {part('lead')}
      {part('contents')}
      {htmlOf(tree.children, { rendering, article, handlers })}
      {part('corrections')}
      {part('disclosure')}
      {part('source')}
      {part('counter')}
      {alone ? undefined : part('back')}
    </article>
  )
}
