/** @jsxImportSource #mjml */
import type { MjmlElement } from '../jsx/mjml/jsx-runtime.js'
import type { Rendering } from '../rendering.js'
import { classNames } from './class-names.js'
import { colourSchemes } from './colour-schemes.js'
import { darkRules } from './dark.js'

/** CSS px on each side of the text on a telephone, where the theme's gutter would be wide. */
const narrowGutter = 20

/** Title, colour schemes and the one style sheet. What it says of layout is for narrow screens, and a client may drop it. */
export const head = (rendering: Rendering, used: ReadonlySet<string>): MjmlElement => (
  <mj-head>
    <mj-title>{rendering.issue.title}</mj-title>
    <mj-raw>{colourSchemes()}</mj-raw>
    <mj-style>{`:root{color-scheme:light dark}${narrow}${darkRules(rendering.tokens, used)}`}</mj-style>
  </mj-head>
)

const padded = [classNames.text, classNames.picture, classNames.button, classNames.footer]

const narrow = `@media (max-width:480px){${padded
  .map(name => `td.${name}`)
  .join(',')}{padding-left:${narrowGutter}px!important;padding-right:${narrowGutter}px!important}.${
  classNames.title
}{font-size:28px!important;line-height:34px!important}}`
