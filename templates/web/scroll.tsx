import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../pipeline/article.js'
import { elementsNamed, wordsOf } from '../../pipeline/walk.js'
import type { Handler } from '../handlers.js'
import * as blocks from '../html/blocks.js'
import * as inlines from '../html/inlines.js'
import type { HtmlState } from '../html/state.js'
import * as tables from '../html/tables.js'

/**
 * A table in a frame that scrolls sideways where the page is too narrow, with the keyboard too (WCAG 2.2, 2.1.1), and
 * that says what it holds: the caption, else what heads the columns.
 */
export const table: Handler<'table', ElementContent, HtmlState> = (node, state) => [
  <div className="scroll" role="group" ariaLabel={nameOf(node)} tabIndex={0}>
    {tables.table(node, state)}
  </div>,
]

function nameOf(node: ArticleElement<'table'>): string | undefined {
  const caption = elementsNamed(node, 'caption')
  const heads = elementsNamed(node, 'th').filter(({ properties: { scope } }) => scope?.startsWith('col'))
  const [first] = elementsNamed(node, 'tr')
  const named = [caption, heads, first?.children ?? []].find(list => list.length > 0) ?? []
  return named.map(part => wordsOf(part).trim()).join(', ') || undefined
}

/** A formula that is too long scrolls as tables do. */
export const equation: Handler<'equation', ElementContent, HtmlState> = (node, state) =>
  inlines.equation(node, state).map(block => framed(block, state.rendering.words.formula))

/** Code scrolls as tables do: a line that is broken means something else in some languages. */
export const pre: Handler<'pre', ElementContent, HtmlState> = (node, state) => {
  const { words } = state.rendering
  const { language } = node.properties
  const name = language ? `${words.code} (${language})` : words.code
  return blocks.pre(node, state).map(block => framed(block, name))
}

const framed = (block: ElementContent, ariaLabel: string): ElementContent =>
  block.type === 'element'
    ? { ...block, properties: { ...block.properties, role: 'group', ariaLabel, tabIndex: 0 } }
    : block
