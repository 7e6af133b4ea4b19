import type { Element, ElementContent } from 'hast'
import type { ElementName } from '../../pipeline/article.js'
import type { FormulaAsset } from '../../pipeline/assets/assets.js'
import { formulaEms } from '../formula-width.js'
import type { Handler } from '../handlers.js'
import * as inlines from '../html/inlines.js'
import type { HtmlState } from '../html/state.js'

type Epub<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

/** A formula in a line. */
export const math: Epub<'math'> = (node, state) => {
  const asset = state.rendering.assets.formula(node.properties.tex, false)
  const guessed = formulaEms(node)
  return inlines
    .math(node, state)
    .map(set => inScroller(formula(set, asset, guessed, state), asset?.ems ?? { width: guessed, below: 0.3 }))
}

/** A formula on a line of its own. */
export const equation: Epub<'equation'> = (node, state) => {
  const asset = state.rendering.assets.formula(node.properties.tex, true)
  return inlines
    .equation(node, state)
    .map(block =>
      block.type === 'element'
        ? { ...block, children: block.children.map(set => formula(set, asset, formulaEms(node), state)) }
        : block,
    )
}

/**
 * MathML names the picture that stands for it (MathML 3, 2.2.1; EPUB 3.0.1 asked the same of who cannot show MathML);
 * what its size is in ems grows with the reader's letters. Where the publication wants pictures, each is one, with the
 * formula's source for words. Kindle's converter by mail and readers of EPUB 2 know neither MathML nor its picture.
 *
 * @param guessed about how wide it is, in ems, where it was not drawn and measured
 */
function formula(
  set: ElementContent,
  asset: FormulaAsset | undefined,
  guessed: number,
  { rendering }: HtmlState,
): ElementContent {
  if (set.type !== 'element' || set.tagName !== 'math') return set
  if (!asset) return fitted(set, guessed)
  const { ems } = asset
  const src = rendering.links.image(asset)
  const aligned = ems.below === 0 ? undefined : length(-ems.below)
  if (rendering.publication.epub?.formulas === 'pictures') {
    const style = `width: ${length(ems.width)}${aligned ? `; vertical-align: ${aligned}` : ''}`
    return <img className="formula" src={src} alt={String(set.properties.alttext)} style={style} />
  }
  const picture = {
    altimg: src,
    'altimg-width': length(ems.width),
    'altimg-height': length(ems.height),
    'altimg-valign': aligned,
  }
  return fitted({ ...set, properties: { ...set.properties, ...picture } }, ems.width)
}

const length = (ems: number) => `${ems.toFixed(2)}em`

/** Ems that are narrower than any page, also with large letters. */
const narrow = 6
/** Of the page's width, in hundredths: the rest is its margins. */
const line = 88
/**
 * How much wider than it was drawn a formula can come out: readers set it in a face of their own. Measured on DejaVu,
 * which is all that some Linux readers have, beside STIX Two Math.
 */
const widest = 1.22

/** Of the size of the words around it, which a formula's letters are never smaller than: what is smaller nobody reads. */
const smallest = 0.6
/** Ems from which on a formula in a line may be wider than a telephone's page with large letters, set as small as that. */
const broad = 12

/**
 * A formula has no place to break at: one that would be wider than the page is set smaller, as far as the reader's page
 * and letters ask for it and it can be read; what is wider then is scrolled. Engines that do not know such a length leave
 * it as it is.
 */
const fitted = (math: Element, width: number): Element =>
  width <= narrow
    ? math
    : {
        ...math,
        properties: {
          ...math.properties,
          style: `font-size: max(${smallest}em, min(1em, ${(line / (widest * width)).toFixed(2)}vw))`,
        },
      }

/** A formula in a line that may stay wider than the page scrolls by itself; one on its own is scrolled by its block. */
function inScroller(set: ElementContent, { width, below }: { width: number; below: number }): ElementContent {
  if (set.type !== 'element' || set.tagName !== 'math' || width <= broad) return set
  // What scrolls stands on its lower edge, where a formula reaches below the line.
  return (
    <span className="formula-line" style={`vertical-align: ${length(-below)}`}>
      {set}
    </span>
  )
}

/** The ems that a formula of a book was given: those of its picture, or what its letters are made smaller by. */
export function emsGiven({ tagName, properties }: Element): number | undefined {
  const style = String(properties.style ?? '')
  if (tagName === 'img') {
    const [, picture] = /^width: ([\d.]+)em/.exec(style) ?? []
    return String(properties.className) === 'formula' ? Number(picture) : undefined
  }
  const [, part] = /([\d.]+)vw/.exec(style) ?? []
  return part === undefined ? undefined : line / (widest * Number(part))
}
