import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Tokens } from '../../templates/tokens.js'
import type { Format, Issue, MathmlElement } from '../article.js'
import { kept } from '../cache/kept.js'
import { elementsNamed } from '../walk.js'
import { BrowserUnavailable, type World } from '../world.js'
import type { FormulaAsset } from './assets.js'
import { pickMathFace } from './fonts.js'
import { baselineClass, type ElementPicture } from './formula-page.js'
import { asset } from './image-make.js'
import { variantRules } from './image-variants.js'
import { type Studio, studioOf } from './studio.js'

/** A formula of an issue: its source, whether it stands on lines of its own, and its MathML. */
interface Formula {
  readonly tex: string
  readonly display: boolean
  readonly mathml: Element
}

/** Pictures of an issue's formulas for one format. */
export interface FormulaSet {
  formula(tex: string, display: boolean): FormulaAsset | undefined
  readonly all: readonly FormulaAsset[]
}

/** No pictures: each formula's source or its MathML stands for it. */
export const noFormulas: FormulaSet = { formula: () => undefined, all: [] }

const keyOf = (tex: string, display: boolean): string => `${display ? 'display' : 'inline'} ${tex}`

/** Whether a format has pictures of formulas, how many pixels for one CSS px, and what it has without them. */
const drawnIn: Partial<Readonly<Record<Format, { readonly scale: number; readonly instead: string }>>> = {
  email: { scale: 2, instead: 'as their source in the email' },
  // E-readers have 300 pixels to the inch, and their readers make letters large.
  epub: { scale: 4, instead: 'as MathML alone in the EPUB' },
}

/** The pictures of each format that has some. */
export type DrawnFormulas = Partial<Readonly<Record<Format, FormulaSet>>>

/** What drawing formulas needs. */
interface FormulaOptions {
  readonly world: World
  readonly tokens: Tokens
  /** By default the world's browser. */
  readonly studio?: Studio | undefined
}

/** The formats in which formulas are pictures, or have one beside them. */
export const hasFormulaPictures = (format: Format): boolean => drawnIn[format] !== undefined

/**
 * Draws an issue's formulas for where MathML does not show, which is nearly every email client and some e-readers: dark
 * on light paper, so that they stay legible where the page is turned dark. Without a browser there are none, and the log
 * says so.
 */
export async function drawFormulas(
  issue: Issue,
  { world, tokens, studio = studioOf(world) }: FormulaOptions,
  formats: readonly Format[],
): Promise<DrawnFormulas> {
  const formulas = formulasOf(issue)
  if (formulas.length === 0) return {}
  const face = await pickMathFace(tokens.fonts.math, world.packageFile)
  const fonts = new Map(face ? [[`/${face.path}`, face.bytes]] : [])
  const html = toHtml(sheet(formulas, tokens, face?.path))
  try {
    const ids = formulas.map((_, index) => idOf(index))
    const build = await world.browserBuild()
    const sets = formats.map(async format => {
      const { scale = 1 } = drawnIn[format] ?? {}
      const pictures = await kept(world.cache, ['formulas', build, html, scale, ...[...fonts].flat()], () =>
        studio.drawElements(html, ids, fonts, scale),
      )
      return [format, setOf(formulas, pictures, { em: tokens.screen.body, scale })] as const
    })
    return Object.fromEntries(await Promise.all(sets))
  } catch (error) {
    const reason = error instanceof BrowserUnavailable ? 'there is no browser' : String(error).split('\n')[0]
    const instead = formats.flatMap(format => drawnIn[format]?.instead ?? []).join(' and ')
    const passing = (await world.browserBuild()) !== 'none'
    world.log.info(`Formulas stand ${instead}, for they could not be drawn: ${reason}`, passing)
    return {}
  }
}

function formulasOf(issue: Issue): readonly Formula[] {
  const found = new Map<string, Formula>()
  for (const { tree } of issue.articles) {
    for (const node of elementsNamed(tree, 'math', 'equation')) {
      const { tex } = node.properties
      const display = (node.tagName as string) === 'equation'
      // MathML's own `math` bears the same name, and has no source.
      if (tex === undefined || node.children.length === 0) continue
      const key = keyOf(tex, display)
      if (!found.has(key)) found.set(key, { tex, display, mathml: root(node.children, display) })
    }
  }
  return [...found.values()]
}

/** The `math` element of a formula; an imported one may be without. */
function root(children: readonly MathmlElement[], display: boolean): Element {
  const [own] = children
  const isWhole = children.length === 1 && own?.tagName === 'math'
  const properties = { ...(isWhole && own.properties), display: display ? 'block' : 'inline' }
  // MathML elements are hast elements whose attributes are all strings.
  return h('math', properties, (isWhole ? own.children : children) as ElementContent[])
}

const idOf = (index: number): string => `formula-${index}`

/** A page with each formula on a line of its own, each on a patch of paper. */
function sheet(
  formulas: readonly Formula[],
  { light, screen, fonts }: Tokens,
  facePath: string | undefined,
): Element {
  const family = JSON.stringify(fonts.math.family)
  const styles = [
    ...(facePath ? [`@font-face { font-family: ${family}; src: url("/${facePath}") format("woff2") }`] : []),
    `html { background: ${light.paper}; color: ${light.ink} }`,
    `body { margin: 0; font: ${screen.body}px ${family}, ${fonts.math.fallback} }`,
    `math { font-family: ${family}, ${fonts.math.fallback} }`,
    // The root sign and tall brackets reach out of their boxes by a pixel or two.
    'div { width: max-content; padding: 3px }',
    `.${baselineClass} { display: inline-block }`,
  ]
  return h('html', [
    h('head', [h('meta', { charSet: 'utf-8' }), h('style', styles.join('\n'))]),
    h(
      'body',
      formulas.map(({ mathml, display }, index) =>
        h('div', { id: idOf(index) }, display ? [mathml] : [mathml, h('span', { className: baselineClass })]),
      ),
    ),
  ])
}

/** How pictures were drawn: CSS px of the words around them, and pixels of the file for one. */
interface Drawing {
  readonly em: number
  readonly scale: number
}

function setOf(
  formulas: readonly Formula[],
  pictures: ReadonlyMap<string, ElementPicture>,
  drawing: Drawing,
): FormulaSet {
  const drawn = new Map<string, FormulaAsset>()
  for (const [index, { tex, display }] of formulas.entries()) {
    const picture = pictures.get(idOf(index))
    if (picture) drawn.set(keyOf(tex, display), finished(picture, drawing))
  }
  return { formula: (tex, display) => drawn.get(keyOf(tex, display)), all: [...drawn.values()] }
}

function finished({ png, width, height, below }: ElementPicture, { em, scale }: Drawing): FormulaAsset {
  const smaller = Math.min(1, variantRules.email.shown / width)
  const picture = asset(png, 'image/png', {
    width: width * scale,
    height: height * scale,
    shownWidth: Math.round(width * smaller),
    shownHeight: Math.max(1, Math.round(height * smaller)),
  })
  return { ...picture, ems: { width: width / em, height: height / em, below: below / em } }
}
