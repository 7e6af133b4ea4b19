import type { ElementContent } from 'hast'
import type { Handler } from '../handlers.js'
import { globalsOf, type HtmlState, htmlOf } from '../html/state.js'

/** The browser's own disclosure; one without a summary of its own is shown open, for nothing would say what it holds. */
export const details: Handler<'details', ElementContent, HtmlState> = (node, state) => {
  const named = node.children.some(child => child.tagName === 'summary')
  if (!named) return [<div {...globalsOf(node.properties, state)}>{htmlOf(node.children, state)}</div>]
  return [
    <details {...globalsOf(node.properties, state)} open={node.properties.open}>
      {htmlOf(node.children, state)}
    </details>,
  ]
}

export const summary: Handler<'summary', ElementContent, HtmlState> = (node, state) => [
  <summary {...globalsOf(node.properties, state)}>{htmlOf(node.children, state)}</summary>,
]
