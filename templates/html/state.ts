import type { ElementContent, Properties } from 'hast'
import type { Article, ArticleNode, GlobalAttributes } from '../../pipeline/article.js'
import { type Handlers, handleAll } from '../handlers.js'
import { hrefIn, idIn, type Rendering } from '../rendering.js'

/** What the handlers of an HTML format share: built once for an article, passed along, never changed. */
export interface HtmlState {
  readonly rendering: Rendering
  readonly article: Article
  readonly handlers: HtmlHandlers
}

/** The table of an HTML format: the vocabulary to HTML, as hast. */
export type HtmlHandlers = Handlers<ElementContent, HtmlState>

/** The nodes' HTML. */
export const htmlOf = (nodes: readonly ArticleNode[], state: HtmlState): ElementContent[] =>
  handleAll(state.handlers, nodes, state, value => ({ type: 'text', value }))

/** The attributes that any element may carry, its id in the article's namespace. */
export function globalsOf(
  properties: GlobalAttributes,
  state: HtmlState,
): Pick<Properties, 'id' | 'lang' | 'dir'> & GlobalAttributes {
  const { id, lang, dir } = properties
  return {
    ...(id ? { id: idIn(state.rendering, state.article, id) } : {}),
    ...(lang ? { lang } : {}),
    ...(dir ? { dir } : {}),
  }
}

/** A link's target in this rendition. */
export const hrefOf = (href: string, state: HtmlState): string => hrefIn(state.rendering, state.article, href)
