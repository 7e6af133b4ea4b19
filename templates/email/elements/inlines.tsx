import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../../pipeline/article.js'
import { elementsNamed } from '../../../pipeline/walk.js'
import { withoutCalls } from '../../html/inlines.js'
import { mergeToken } from '../../merge-token.js'
import { idOf, targetOf } from '../addresses.js'
import { anchorAt } from '../anchor.js'
import { classNames } from '../class-names.js'
import { quotationMarks } from '../quotation-marks.js'
import { type EmailState, htmlOf, languageOf, within } from '../state.js'
import { css } from '../style.js'
import { fontInLine, typeScale } from '../type-scale.js'
import type { HtmlHandler } from './prose.js'

type Same = 'em' | 'strong' | 'del' | 'ins' | 'cite' | 'bdi' | 'bdo' | 'span'

/** The HTML element of the same name, which needs no style. */
export const same =
  <Name extends Same>(name: Name): HtmlHandler<Name> =>
  (node, state) => {
    const { properties, children } = node as ArticleElement<Same>
    const Name: Same = name
    return [<Name {...languageOf(properties)}>{htmlOf(children, within(state, properties))}</Name>]
  }

const offLineStyle = ({ rendering: { tokens } }: EmailState) =>
  css({ 'font-size': typeScale(tokens).offLine.size, 'line-height': 0 })

/** Small and off the line, without pushing the lines apart. */
export const offLine =
  <Name extends 'sub' | 'sup'>(name: Name): HtmlHandler<Name> =>
  (node, state) => {
    const { properties, children } = node as ArticleElement<'sub' | 'sup'>
    const Name: 'sub' | 'sup' = name
    return [
      <Name {...languageOf(properties)} style={offLineStyle(state)}>
        {htmlOf(children, state)}
      </Name>,
    ]
  }

export const br: HtmlHandler<'br'> = () => [<br />]

export const mark: HtmlHandler<'mark'> = (node, state) => {
  const { highlight, ink } = state.rendering.tokens.light
  return [
    <mark
      {...languageOf(node.properties)}
      className={classNames.highlight}
      style={css({ background: highlight, color: ink })}
    >
      {htmlOf(node.children, within(state, node.properties))}
    </mark>,
  ]
}

export const code: HtmlHandler<'code'> = (node, state) => {
  const { tokens } = state.rendering
  return [
    <code
      {...languageOf(node.properties)}
      className={classNames.panel}
      style={css({
        font: fontInLine(tokens, 'inlineCode'),
        background: tokens.light.panel,
        padding: '1px 4px',
      })}
    >
      {htmlOf(node.children, state)}
    </code>,
  ]
}

export const kbd: HtmlHandler<'kbd'> = (node, state) => {
  const { tokens } = state.rendering
  return [
    <kbd
      {...languageOf(node.properties)}
      className={`${classNames.panel} ${classNames.hairline}`}
      style={css({
        font: fontInLine(tokens, 'key'),
        background: tokens.light.panel,
        border: `1px solid ${tokens.light.line}`,
        'border-radius': tokens.screen.radius,
        padding: '1px 5px',
      })}
    >
      {htmlOf(node.children, state)}
    </kbd>,
  ]
}

export const abbr: HtmlHandler<'abbr'> = (node, state) => [
  <abbr {...languageOf(node.properties)} title={node.properties.title}>
    {htmlOf(node.children, within(state, node.properties))}
  </abbr>,
]

/** Its marks are written out: not every client draws those of `q`. */
export const q: HtmlHandler<'q'> = (node, state) => {
  const [open, close] = quotationMarks(node.properties.lang ?? state.article.meta.lang)
  return [
    <span {...languageOf(node.properties)}>
      {open}
      {htmlOf(node.children, within(state, node.properties))}
      {close}
    </span>,
  ]
}

/** No link may stand in a link (HTML, 4.5.1): the calls of notes that one holds follow it. */
export const a: HtmlHandler<'a'> = (node, state) => [
  <a
    {...languageOf(node.properties)}
    href={targetOf(node.properties, state)}
    style={css({ color: state.rendering.tokens.light.accent })}
  >
    {htmlOf(withoutCalls(node.children), within(state, node.properties))}
  </a>,
  ...htmlOf(elementsNamed(node, 'noteref'), state),
]

/** A footnote's call: reads as a number in brackets where nothing can be jumped to. */
export const noteref: HtmlHandler<'noteref'> = (node, state) => {
  const { rendering } = state
  const { id, note, number } = node.properties
  return [
    anchorAt(idOf(id, state)),
    <sup style={offLineStyle(state)}>
      <a
        href={`#${idOf(note, state)}`}
        ariaLabel={`${rendering.words.note} ${number}`}
        style={css({ color: rendering.tokens.light.accent })}
      >
        [{number}]
      </a>
    </sup>,
  ]
}

/** A token, which binding splits the HTML at: nothing else in it is ever taken for a tag. */
export const mergetag: HtmlHandler<'mergetag'> = ({ properties: { name, default: fallback } }) => [
  { type: 'text', value: mergeToken({ name, default: fallback, use: 'words' }) },
]

/** A reader without ruby shows the reading in brackets after the word: the brackets are for them. */
export const ruby: HtmlHandler<'ruby'> = (node, state) => [
  <ruby {...languageOf(node.properties)}>
    {node.children.flatMap((child): ElementContent[] => {
      if (child.type !== 'element' || child.tagName === 'rp')
        return child.type === 'element' ? [] : htmlOf([child], state)
      return child.tagName === 'rt'
        ? [<rp>(</rp>, ...htmlOf([child], state), <rp>)</rp>]
        : htmlOf([child], state)
    })}
  </ruby>,
]

export const rt: HtmlHandler<'rt'> = (node, state) => [
  <rt {...languageOf(node.properties)}>{htmlOf(node.children, state)}</rt>,
]

/** Its ruby writes brackets of its own. */
export const rp: HtmlHandler<'rp'> = () => []
