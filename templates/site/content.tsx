import type { ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { htmlOf } from '../html/state.js'
import { isAlone, type Rendering } from '../rendering.js'
import { pageUrl } from '../web/addresses.js'
import { deeper } from '../web/deeper.js'
import type { WebTemplate } from '../web/web.js'
import { abroad } from './abroad.js'

/** The full text of an issue as it stands in a feed: what the page says, without its looks. */
export function contentOf(rendering: Rendering, template: WebTemplate): ElementContent[] {
  const { issue } = rendering
  const alone = isAlone(rendering)
  const all = issue.articles.flatMap(article => {
    const { lang, dir } = article.meta
    const content = articleOf(article, rendering, template)
    return lang === issue.lang && dir === issue.dir ? content : [<div {...{ lang, dir }}>{content}</div>]
  })
  // Nothing else tells a reader of feeds which way a text runs.
  const whole = [...template.layout.issueCorrections(rendering), ...all]
  const turned = issue.dir === 'rtl' ? [<div dir="rtl">{whole}</div>] : whole
  const base = pageUrl(rendering)
  return (alone ? turned : turned.map(deeper)).flatMap(node => abroad(node, base))
}

function articleOf(
  article: Article,
  rendering: Rendering,
  { elements, layout }: WebTemplate,
): ElementContent[] {
  const alone = isAlone(rendering)
  return [
    ...(alone ? [] : layout.title(article, rendering)),
    ...layout.standfirst(article, rendering),
    ...(alone ? [] : layout.byline(article, rendering)),
    ...layout.origin(article, rendering),
    ...layout.lead(article, rendering),
    ...htmlOf(article.tree.children, { rendering, article, handlers: elements }),
    ...layout.corrections(article, rendering),
    ...layout.disclosure(article, rendering),
    ...layout.source(article, rendering),
  ]
}
