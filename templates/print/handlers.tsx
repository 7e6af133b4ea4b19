import type { ElementContent } from 'hast'
import type { ElementName } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import * as block from '../html/blocks.js'
import { globalsOf, type HtmlState, hrefOf, htmlOf } from '../html/state.js'

type Html<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

export const li: Html<'li'> = block.li
export const table: Html<'table'> = block.table

/** A link that stands out, with its address in words: paper has nothing to press. */
export const button: Html<'button'> = (node, state) => {
  const { href } = node.properties
  return [
    <div {...globalsOf(node.properties, state)} className="button">
      <p>
        <a href={hrefOf(href, state)}>{htmlOf(node.children, state)}</a>
      </p>
      {href.startsWith('#') ? undefined : <p className="address">{spoken(href)}</p>}
    </div>,
  ]
}

export const embed: Html<'embed'> = block.embed

/** An address as it is written for people: without what a browser adds of itself. */
export const spoken = (href: string): string =>
  href.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '')
