import type { Element, ElementContent } from 'hast'
import type { ArticleNode, ElementName } from '../../pipeline/article.js'
import { leadsWithin } from '../../pipeline/article-link.js'
import { elementsNamed, wordsOf } from '../../pipeline/walk.js'
import type { Handler } from '../handlers.js'
import { button as plainButton, pre as plainCode } from '../html/blocks.js'
import * as figures from '../html/figures.js'
import { sameInline, withoutCalls } from '../html/inlines.js'
import { globalsOf, type HtmlState, hrefOf, htmlOf } from '../html/state.js'
import { address, printedAddress } from './address.js'
import { codeParts } from './break-points.js'
import { tearsLines } from './pieces.js'
import { isShort } from './short.js'

type Html<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

/** A block of running text, marked where it is so short that it stays on one page, and where justified lines would tear. */
export const running =
  <Name extends 'p' | 'li' | 'dd'>(handler: Html<Name>): Html<Name> =>
  (node, state) => {
    const { paper } = state.rendering.tokens
    const names = [
      ...(isShort(wordsOf(node), paper) ? ['short'] : []),
      ...(paper.align === 'justify' && tearsLines(node.children as readonly ArticleNode[], paper)
        ? ['ragged']
        : []),
    ]
    return handler(node, state).map(each =>
      each.type === 'element' ? names.reduce((made, name) => withClass(made, name), each) : each,
    )
  }

/** Code in a line, with places to break where it is long. A `wbr` is not in what is copied. */
export const inlineCode: Html<'code'> = (node, state) =>
  sameInline('code')(node, state).map(made =>
    made.type === 'element' ? { ...made, children: made.children.flatMap(withBreaks) } : made,
  )

const withBreaks = (node: ElementContent): ElementContent[] => {
  if (node.type !== 'text') return [node]
  return codeParts(node.value).flatMap((value, index, parts): ElementContent[] => [
    ...(index > 0 && !/\s$/.test(parts[index - 1] ?? '') ? [<wbr />] : []),
    { type: 'text', value },
  ])
}

/** Lines of code that a page has room for beside other things. */
const fewLines = 14

/** Code, marked where it is so short that it stays on one page. */
export const code: Html<'pre'> = (node, state) =>
  plainCode(node, state).map(each =>
    each.type === 'element' && node.children.length <= fewLines ? withClass(each, 'short') : each,
  )

/** An element with one more class. */
export const withClass = (element: Element, name: string): Element => {
  const { className = [] } = element.properties
  const names = Array.isArray(className) ? className : [String(className)]
  return { ...element, properties: { ...element.properties, className: [...names, name] } }
}

/** A link that stands out, with its address in words: paper has nothing to press. */
export const button: Html<'button'> = (node, state) => {
  const { href } = node.properties
  if (href === '') return plainButton(node, state)
  return [
    <div {...globalsOf(node.properties, state)} className="button">
      <p>
        <a href={hrefOf(href, state)}>{htmlOf(withoutCalls(node.children), state)}</a>
        {htmlOf(elementsNamed(node, 'noteref'), state)}
      </p>
      {leadsWithin(href) ? undefined : <p className="address">{address(href)}</p>}
    </div>,
  ]
}

/** A card, with the whole address where another format names the host. */
export const embed: Html<'embed'> = (node, state) => {
  const { url, title, provider } = node.properties
  // Without a title the address is the title.
  if (title === undefined) return figures.embed(node, state)
  const named = provider ? `${provider} · ${printedAddress(url)}` : printedAddress(url)
  return figures.embed({ ...node, properties: { ...node.properties, provider: named } }, state)
}
