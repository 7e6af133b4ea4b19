import type { Element, ElementContent } from 'hast'
import type { ElementName } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import type { HtmlState } from './state.js'

/**
 * A handler whose element has this role. An `aside` is a landmark without one, and landmarks without names of their own
 * cannot be told apart by who hears the page (WAI-ARIA 1.2, 5.3.4).
 */
export const withRole =
  <Name extends ElementName>(
    role: 'note' | 'doc-pullquote',
    handler: Handler<Name, ElementContent, HtmlState>,
  ): Handler<Name, ElementContent, HtmlState> =>
  (node, state) =>
    handler(node, state).map(made => (made.type === 'element' ? roled(made, role) : made))

const roled = (element: Element, role: string): Element => ({
  ...element,
  properties: { ...element.properties, role },
})
