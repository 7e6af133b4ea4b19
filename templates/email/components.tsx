/** @jsxImportSource #mjml */
import type { ElementContent } from 'hast'
import type { Direction } from '../../pipeline/article.js'
import type { MjmlElement } from '../jsx/mjml/jsx-runtime.js'
import type { Tokens } from '../tokens.js'
import { classNames } from './class-names.js'
import { box, startOf } from './style.js'
import { fontAttributes } from './type-scale.js'

/** A run of prose: the body's typeface and colour, set once for all that stands in it. */
export const prose = (html: readonly ElementContent[], direction: Direction, tokens: Tokens): MjmlElement => (
  <mj-text
    css-class={classNames.text}
    padding={box(0, tokens.screen.gutter)}
    {...fontAttributes(tokens, 'body')}
    color={tokens.light.ink}
    align={startOf(direction)}
  >
    {html}
  </mj-text>
)

/** A table of data: it keeps the role of a table, which those of the layout give up. */
export const dataTable = (
  html: readonly ElementContent[],
  direction: Direction,
  tokens: Tokens,
): MjmlElement => (
  <mj-table
    css-class={classNames.text}
    padding={box(10, tokens.screen.gutter, 28)}
    {...fontAttributes(tokens, 'table')}
    color={tokens.light.ink}
    align={startOf(direction)}
  >
    {html}
  </mj-table>
)

export const divider = (tokens: Tokens): MjmlElement => (
  <mj-divider
    css-class={classNames.hairline}
    border-color={tokens.light.line}
    border-width="1px"
    width="96px"
    padding={box(20, tokens.screen.gutter, 36)}
  />
)

export const linkButton = (
  label: readonly ElementContent[],
  href: string,
  direction: Direction,
  tokens: Tokens,
): MjmlElement => (
  <mj-button
    css-class={classNames.button}
    href={href}
    align={startOf(direction)}
    background-color={tokens.light.accent}
    color={tokens.light.onAccent}
    {...fontAttributes(tokens, 'button')}
    font-weight="bold"
    border-radius={`${tokens.screen.radius}px`}
    inner-padding={box(13, 24)}
    padding={box(8, tokens.screen.gutter, 32)}
  >
    {label}
  </mj-button>
)
