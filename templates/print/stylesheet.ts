import { type CoverTemplate, defaultCoverTemplate } from '../cover/cover.js'
import type { Stylesheet } from '../css.js'
import { fontFaces } from '../html/font-faces.js'
import type { Rendering } from '../rendering.js'
import { coverStyles } from './cover.js'
import { scaleOf } from './scale.js'
import { backRules } from './styles/back.js'
import { blockRules } from './styles/blocks.js'
import { codeRules } from './styles/code.js'
import { contentsRules } from './styles/contents.js'
import { dropCapRules } from './styles/drop-cap.js'
import { frontRules } from './styles/front.js'
import { issueRules } from './styles/issue.js'
import { linkRules } from './styles/links.js'
import { pageRules } from './styles/page.js'
import { qrRules } from './styles/qr-code.js'
import { rootRules } from './styles/root.js'
import { tableRules } from './styles/tables.js'
import { textRules } from './styles/text.js'

/** The style sheet of a printed issue, made of the theme's tokens. */
export function printStylesheet(
  rendering: Rendering,
  cover: CoverTemplate = defaultCoverTemplate,
): Stylesheet {
  const { tokens, assets, issue } = rendering
  const scale = scaleOf(tokens, issue.lang)
  const parts = [
    textRules,
    blockRules,
    codeRules,
    tableRules,
    frontRules,
    contentsRules,
    linkRules,
    backRules,
    qrRules,
    ...(issue.articles.length > 1 ? [issueRules] : []),
  ]
  return [
    ...fontFaces(assets.fonts),
    ...pageRules(rendering, scale),
    ...rootRules(tokens, scale),
    ...parts.map(rules => rules(tokens, scale)),
    dropCapRules(tokens, issue, scale),
    ...coverStyles(cover, rendering),
  ]
}
