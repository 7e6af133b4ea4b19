import type { ElementContent } from 'hast'
import { hostOf } from '../../host.js'
import { anchorOf } from '../anchor.js'
import { classNames } from '../class-names.js'
import { panel, panelSides, plainPanel } from '../panel.js'
import { pictureTag, shownSize } from '../picture.js'
import { htmlOf, languageOf, narrowed, within } from '../state.js'
import { css } from '../style.js'
import { font } from '../type-scale.js'
import type { HtmlHandler } from './prose.js'

/** CSS px between the paragraphs of a panel. */
const rhythm = 12

const labelStyle = { margin: '0 0 6px' }

export const callout: HtmlHandler<'callout'> = (node, state) => {
  const { tokens, words } = state.rendering
  const { kind } = node.properties
  const { bar, tint } = tokens.light.callout[kind]
  const inner = within(narrowed(state, 'cell', panelSides + 4, rhythm), node.properties)
  const written = node.children.find(child => child.tagName === 'label')
  const content = (
    <div {...languageOf(node.properties)}>
      <div className={classNames.label} style={css({ color: bar })}>
        {written ? (
          htmlOf([written], inner)
        ) : (
          <p style={css({ ...labelStyle, font: font(tokens, 'label') })}>{words.callouts[kind]}</p>
        )}
      </div>
      {htmlOf(
        node.children.filter(child => child !== written),
        inner,
      )}
    </div>
  )
  return [
    panel([content], { background: tint, className: kind, bar }, { ...state, direction: inner.direction }),
  ]
}

export const label: HtmlHandler<'label'> = (node, state) => [
  <p
    {...languageOf(node.properties)}
    style={css({ ...labelStyle, font: font(state.rendering.tokens, 'label') })}
  >
    {anchorOf(node.properties, state)}
    {htmlOf(node.children, within(state, node.properties))}
  </p>,
]

/** Nothing opens in an email: shown open, its summary as a label. */
export const details: HtmlHandler<'details'> = (node, state) => {
  const inner = within(narrowed(state, 'cell', panelSides, rhythm), node.properties)
  const content = <div {...languageOf(node.properties)}>{htmlOf(node.children, inner)}</div>
  return [panel([content], plainPanel(state), { ...state, direction: inner.direction })]
}

export const summary: HtmlHandler<'summary'> = (node, state) => [
  <p
    {...languageOf(node.properties)}
    style={css({ ...labelStyle, font: font(state.rendering.tokens, 'label') })}
  >
    {anchorOf(node.properties, state)}
    {htmlOf(node.children, within(state, node.properties))}
  </p>,
]

/** A card that leads to what cannot be embedded. */
export const embed: HtmlHandler<'embed'> = (node, state) => {
  const { tokens, assets, links } = state.rendering
  const { url, title, description, image, provider } = node.properties
  const asset = image ? assets.image(state.article, image) : undefined
  const room = state.width - panelSides - 2
  const small = { font: font(tokens, 'caption'), color: tokens.light.muted }
  const content: (ElementContent | undefined)[] = [
    asset ? (
      <p style={css({ margin: '0 0 14px' })}>
        <a href={url} style={css({ color: tokens.light.accent })}>
          {pictureTag(links.image(asset), title ?? provider ?? hostOf(url), shownSize(asset, room))}
        </a>
      </p>
    ) : undefined,
    <p style={css({ margin: '0 0 4px', font: font(tokens, 'cardTitle') })}>
      <a href={url} style={css({ color: tokens.light.accent })}>
        {title ?? url}
      </a>
    </p>,
    description ? (
      <p style={css({ margin: '0 0 6px', font: font(tokens, 'description') })}>{description}</p>
    ) : undefined,
    <p className={classNames.muted} style={css({ margin: '0 0 12px', ...small })}>
      {provider ?? hostOf(url)}
    </p>,
  ]
  const look = {
    background: tokens.light.paper,
    className: `${classNames.sheet} ${classNames.hairline}`,
    border: tokens.light.line,
  }
  return [
    panel(
      content.filter(node => node !== undefined),
      look,
      state,
    ),
  ]
}
