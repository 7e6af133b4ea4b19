import type { ElementContent } from 'hast'
import type { ElementName } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import type { HtmlState } from '../html/state.js'

/** A handler whose pictures are fetched when a reader comes near them: their sizes are known, so nothing jumps. */
export const lazily =
  <Name extends ElementName>(
    handler: Handler<Name, ElementContent, HtmlState>,
  ): Handler<Name, ElementContent, HtmlState> =>
  (node, state) =>
    handler(node, state).map(lazy)

function lazy(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  if (node.tagName === 'img') return { ...node, properties: { ...node.properties, loading: 'lazy' } }
  return { ...node, children: node.children.map(lazy) }
}
