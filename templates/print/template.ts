import type { CoverTemplate } from '../cover/cover.js'
import type { Stylesheet } from '../css.js'
import { type ArticleParts, articleParts } from '../html/front.js'
import type { HtmlHandlers } from '../html/state.js'
import type { Rendering } from '../rendering.js'
import { coverPart } from './cover.js'
import { printElements } from './elements.js'
import { type PrintParts, printParts } from './parts.js'
import { printStylesheet } from './stylesheet.js'

/** All that a printed page is made of; a publication can replace any of it. */
export interface PrintTemplate {
  /** Element by element, what an article's text becomes. */
  readonly elements: HtmlHandlers
  /** The parts around the text. */
  readonly layout: ArticleParts & PrintParts
  /** The style sheet, made of the theme's tokens. */
  readonly stylesheet: (rendering: Rendering) => Stylesheet
}

/** Our template with a cover of the publication's own. */
export const withCover = (cover: CoverTemplate): PrintTemplate => ({
  ...defaultPrintTemplate,
  layout: { ...defaultPrintTemplate.layout, cover: coverPart(cover) },
  stylesheet: rendering => printStylesheet(rendering, cover),
})

/** The template a publication has until its config says otherwise. */
export const defaultPrintTemplate: PrintTemplate = {
  elements: printElements,
  layout: { ...articleParts, ...printParts },
  stylesheet: printStylesheet,
}
