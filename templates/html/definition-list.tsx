import type { Element, ElementContent } from 'hast'
import type { Handler } from '../handlers.js'
import { globalsOf, type HtmlState, htmlOf } from './state.js'

/**
 * A list of terms with what is said of each. HTML and EPUB's schema want both in every group (HTML, 4.4.9): one that
 * the writer left out is there and empty.
 */
export const dl: Handler<'dl', ElementContent, HtmlState> = (node, state) => {
  const parts = htmlOf(node.children, state).flatMap((part, index, all): ElementContent[] => {
    const before = all[index - 1]
    const missing = isA('dd', part) && !isA('dt', before) && !isA('dd', before)
    const unsaid = isA('dt', part) && !isA('dt', all[index + 1]) && !isA('dd', all[index + 1])
    return [...(missing ? [<dt />] : []), part, ...(unsaid ? [<dd />] : [])]
  })
  return parts.length > 0 ? [<dl {...globalsOf(node.properties, state)}>{parts}</dl>] : []
}

const isA = (tagName: string, node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && node.tagName === tagName
