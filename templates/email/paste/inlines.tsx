import type { ElementContent } from 'hast'
import type { ElementName } from '../../../pipeline/article.js'
import { leadsWithin } from '../../../pipeline/article-link.js'
import { elementsNamed } from '../../../pipeline/walk.js'
import type { Handler } from '../../handlers.js'
import { withoutCalls } from '../../html/inlines.js'
import { type HtmlState, htmlOf } from '../../html/state.js'
import { mergeToken } from '../../merge-token.js'
import { tokenTarget } from '../addresses.js'
import { quotationMarks } from '../quotation-marks.js'
import { moved } from '../text/inlines.js'

export type Paste<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

type Holding = 'ins' | 'abbr' | 'bdi' | 'bdo' | 'span'

/** Its words: the editors have nothing for what it adds. */
export const bare: Paste<Holding> = (node, state) => htmlOf(node.children, state)

export const em: Paste<'em' | 'cite'> = (node, state) => [<em>{htmlOf(node.children, state)}</em>]
export const strong: Paste<'strong' | 'mark'> = (node, state) => [
  <strong>{htmlOf(node.children, state)}</strong>,
]
export const del: Paste<'del'> = (node, state) => [<s>{htmlOf(node.children, state)}</s>]
export const code: Paste<'code' | 'kbd'> = (node, state) => [<code>{htmlOf(node.children, state)}</code>]
export const br: Paste<'br'> = () => [<br />]

/** Digits as the characters Unicode has for them: editors drop the element, and x² would be x2. */
export const offLine =
  <Name extends 'sub' | 'sup'>(name: Name): Paste<Name> =>
  (node, state) => {
    const children = htmlOf(node.children, state)
    const [only] = children
    if (children.length !== 1 || only?.type !== 'text') return children
    return [{ type: 'text', value: moved(name, only.value) ?? only.value }]
  }

export const q: Paste<'q'> = (node, state) => {
  const [open, close] = quotationMarks(node.properties.lang ?? state.article.meta.lang)
  return [{ type: 'text', value: open }, ...htmlOf(node.children, state), { type: 'text', value: close }]
}

/** A link to a place in the article has nowhere to lead: editors drop ids. */
export const a: Paste<'a'> = (node, state) => {
  const href = tokenTarget(node.properties) ?? node.properties.href
  if (leadsWithin(href)) return htmlOf(node.children, state)
  return [
    <a href={href}>{htmlOf(withoutCalls(node.children), state)}</a>,
    ...htmlOf(elementsNamed(node, 'noteref'), state),
  ]
}

/** No editor takes a picture in a line. */
export const img: Paste<'img'> = node => [
  { type: 'text', value: node.properties.alt ? `[${node.properties.alt}]` : '' },
]

export const math: Paste<'math'> = node => [<code>{node.properties.tex}</code>]

export const noteref: Paste<'noteref'> = node => [{ type: 'text', value: ` [${node.properties.number}]` }]

export const mergetag: Paste<'mergetag'> = ({ properties: { name, default: fallback } }) => [
  { type: 'text', value: mergeToken({ name, default: fallback, use: 'words' }) },
]

/** The word, then its reading in brackets. */
export const ruby: Paste<'ruby'> = (node, state) =>
  node.children.flatMap(child =>
    child.type === 'element' && child.tagName === 'rt'
      ? [
          { type: 'text' as const, value: '(' },
          ...htmlOf([child], state),
          { type: 'text' as const, value: ')' },
        ]
      : htmlOf([child], state),
  )

export const rt: Paste<'rt'> = (node, state) => htmlOf(node.children, state)
export const rp: Paste<'rp'> = () => []
