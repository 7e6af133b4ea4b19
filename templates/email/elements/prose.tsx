import type { ElementContent } from 'hast'
import type { ArticleElement, ElementName } from '../../../pipeline/article.js'
import { isAlone } from '../../rendering.js'
import { anchorOf } from '../anchor.js'
import { cell } from '../cell.js'
import { classNames } from '../class-names.js'
import { proseIn } from '../panel.js'
import { type EmailState, htmlOf, languageOf, narrowed, sideOf, within } from '../state.js'
import { css, mirrored, startOf } from '../style.js'
import { columnRhythm, font } from '../type-scale.js'

/** A handler that gives HTML wherever its element stands. */
export type HtmlHandler<Name extends ElementName> = (
  node: ArticleElement<Name>,
  state: EmailState,
) => ElementContent[]

/**
 * A paragraph of the column has the margins of the style sheet: on itself they would cost 25 bytes each. A client that
 * drops the sheet gives it an em above and below, which is the same where two meet.
 */
const paragraphStyle = (rhythm: number, side: string | undefined): string | undefined =>
  css({ margin: rhythm === columnRhythm ? undefined : `0 0 ${rhythm}px`, 'text-align': side }) || undefined

export const p: HtmlHandler<'p'> = (node, state) => [
  <p {...languageOf(node.properties)} style={paragraphStyle(state.rhythm, sideOf(node.properties, state))}>
    {htmlOf(node.children, within(state, node.properties))}
  </p>,
]

/** In an issue of several articles the titles are second headings, and the articles' own stand one lower. */
const shifted = { h2: 'h3', h3: 'h4', h4: 'h4' } as const

export const heading =
  <Name extends 'h2' | 'h3' | 'h4'>(level: Name): HtmlHandler<Name> =>
  (node, state) => {
    const { properties, children } = node as ArticleElement<'h2' | 'h3' | 'h4'>
    const { tokens } = state.rendering
    const Level = isAlone(state.rendering) ? level : shifted[level]
    const above = { h2: 36, h3: 28, h4: 24 }[level]
    return [
      <Level
        {...languageOf(properties)}
        style={css({
          margin: `${state.place === 'column' ? above : state.rhythm}px 0 ${level === 'h2' ? 12 : 8}px`,
          font: font(tokens, level),
          'text-align': sideOf(properties, state),
        })}
      >
        {htmlOf(children, within(state, properties))}
      </Level>,
    ]
  }

export const blockquote: HtmlHandler<'blockquote'> = (node, state) => {
  const { tokens } = state.rendering
  const inner = within(narrowed(state, 'cell', 23, 12), node.properties)
  return [
    <blockquote {...languageOf(node.properties)} style={css({ margin: 0 })}>
      {cell(htmlOf(node.children, inner), {
        margin: `${state.place === 'column' ? 26 : 4}px 0 ${state.rhythm + 8}px`,
        className: classNames.accentLine,
        style: {
          padding: mirrored(inner.direction, 2, 0, 1, 20),
          [`border-${startOf(inner.direction)}`]: `3px solid ${tokens.light.accent}`,
          ...proseIn(inner),
        },
      })}
    </blockquote>,
  ]
}

/** Words lifted out of the text: larger, between two lines. */
export const pullquote: HtmlHandler<'pullquote'> = (node, state) => {
  const { tokens } = state.rendering
  const line = `2px solid ${tokens.light.accent}`
  return [
    <div {...languageOf(node.properties)}>
      {cell(htmlOf(node.children, within(narrowed(state, 'cell', 24, 12), node.properties)), {
        margin: `34px 0 ${state.rhythm + 16}px`,
        className: classNames.accentLine,
        style: {
          padding: '22px 12px 10px',
          'border-top': line,
          'border-bottom': line,
          font: font(tokens, 'pullquote', node.properties.lang ?? state.article.meta.lang),
          color: tokens.light.ink,
          'text-align': 'center',
        },
      })}
    </div>,
  ]
}

export const attribution: HtmlHandler<'attribution'> = (node, state) => {
  const { tokens } = state.rendering
  return [
    <p
      {...languageOf(node.properties)}
      className={classNames.muted}
      style={css({
        margin: `0 0 ${state.rhythm}px`,
        font: font(tokens, 'caption'),
        color: tokens.light.muted,
      })}
    >
      {anchorOf(node.properties, state)}
      {htmlOf(node.children, within(state, node.properties))}
    </p>,
  ]
}

export const verse: HtmlHandler<'verse'> = (node, state) => {
  const inner = within(narrowed(state, 'cell', 28, 12), node.properties)
  return [
    <div
      {...languageOf(node.properties)}
      style={css({
        margin: mirrored(inner.direction, state.place === 'column' ? 26 : 4, 0, state.rhythm + 8, 28),
        'text-align': sideOf(node.properties, state),
      })}
    >
      {htmlOf(node.children, inner)}
    </div>,
  ]
}
