import type { Stylesheet } from '../css.js'
import type { Rendering } from '../rendering.js'
import { scaleOf } from './scale.js'
import { fontFaces } from './styles/fonts.js'
import { pageRules } from './styles/page.js'
import { rootRules } from './styles/root.js'

/** The style sheet of a printed issue, made of the theme's tokens. */
export function printStylesheet(rendering: Rendering): Stylesheet {
  const { tokens, assets } = rendering
  const scale = scaleOf(tokens)
  return [...fontFaces(assets.fonts), ...pageRules(rendering, scale), rootRules(tokens, scale)]
}
