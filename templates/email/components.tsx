/** @jsxImportSource #mjml */
import type { ElementContent } from 'hast'
import type { Direction } from '../../pipeline/article.js'
import type { MjmlElement } from '../jsx/mjml/jsx-runtime.js'
import type { Tokens } from '../tokens.js'
import { classNames } from './class-names.js'
import { box, families, startOf } from './style.js'

/** A run of prose: the body's typeface and colour, set once for all that stands in it. */
export const prose = (html: readonly ElementContent[], direction: Direction, tokens: Tokens): MjmlElement => (
  <mj-text
    css-class={classNames.text}
    padding={box(0, tokens.screen.gutter)}
    font-family={families(tokens, 'body')}
    font-size={`${tokens.screen.body}px`}
    line-height={`${tokens.screen.leading}px`}
    color={tokens.light.ink}
    align={startOf(direction)}
  >
    {html}
  </mj-text>
)

/** A picture in the column. */
export interface ColumnImage {
  readonly src: string
  readonly alt: string
  /** CSS px. */
  readonly width: number
  readonly height: number
  readonly href?: string | undefined
  readonly title?: string | undefined
  /** CSS px below it. */
  readonly below: number
}

export const image = (
  { src, alt, width, href, title, below }: ColumnImage,
  direction: Direction,
  tokens: Tokens,
): MjmlElement => (
  <mj-image
    css-class={classNames.picture}
    src={src}
    alt={alt}
    href={href}
    title={title}
    width={`${width}px`}
    align={startOf(direction)}
    padding={box(12, tokens.screen.gutter, below)}
  />
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
    font-family={families(tokens, 'heading')}
    font-size="15px"
    line-height="21px"
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
    font-family={families(tokens, 'heading')}
    font-size="17px"
    font-weight="bold"
    line-height="22px"
    border-radius={`${tokens.screen.radius}px`}
    inner-padding={box(13, 24)}
    padding={box(8, tokens.screen.gutter, 32)}
  >
    {label}
  </mj-button>
)
