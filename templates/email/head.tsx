/** @jsxImportSource #mjml */
import type { MjmlElement } from '../jsx/mjml/jsx-runtime.js'
import type { Rendering } from '../rendering.js'
import type { Tokens } from '../tokens.js'
import { classNames } from './class-names.js'
import { clientHints } from './client-hints.js'
import { darkRules } from './dark.js'
import { columnRhythm, narrowCell, narrowGutter, type TypeStyle, typeScale } from './type-scale.js'

/** Title, colour schemes and the one style sheet. What it says of layout is for narrow screens, and a client may drop it. */
export const head = (rendering: Rendering, used: ReadonlySet<string>): MjmlElement => (
  <mj-head>
    <mj-title>{rendering.issue.title}</mj-title>
    <mj-raw>{clientHints()}</mj-raw>
    <mj-style>{`:root{color-scheme:light dark}p{margin:0 0 ${columnRhythm}px}@media (max-width:480px){${narrow(rendering.tokens)}}${darkRules(rendering.tokens, used)}`}</mj-style>
  </mj-head>
)

/** What a narrow screen changes: less gutter, a smaller title, smaller tables. */
function narrow(tokens: Tokens): string {
  const { text, button, footer, cell, title, wide } = classNames
  const { smallTitle, smallTable } = typeScale(tokens)
  const sized = ({ size, leading }: TypeStyle) =>
    `font-size:${size}px!important;line-height:${leading}px!important`
  const padded = [text, button, footer].map(name => `td.${name}`).join(',')
  return [
    `${padded}{padding-left:${narrowGutter}px!important;padding-right:${narrowGutter}px!important}`,
    `.${title}{${sized(smallTitle)}}`,
    // A picture that is not shown is a box of words as wide as its attribute says, unless told otherwise.
    `.${wide}{width:100%!important;height:auto!important}`,
    `.${cell}{${sized(smallTable)};padding-left:${narrowCell}px!important;padding-right:${narrowCell}px!important}`,
  ].join('')
}
