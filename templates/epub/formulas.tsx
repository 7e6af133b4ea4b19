import type { ElementContent } from 'hast'
import type { ElementName } from '../../pipeline/article.js'
import type { FormulaAsset } from '../../pipeline/assets/assets.js'
import type { Handler } from '../handlers.js'
import * as inlines from '../html/inlines.js'
import type { HtmlState } from '../html/state.js'

type Epub<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

/** A formula in a line. */
export const math: Epub<'math'> = (node, state) => {
  const asset = state.rendering.assets.formula(node.properties.tex, false)
  return inlines.math(node, state).map(set => formula(set, asset, state))
}

/** A formula on a line of its own. */
export const equation: Epub<'equation'> = (node, state) => {
  const asset = state.rendering.assets.formula(node.properties.tex, true)
  return inlines
    .equation(node, state)
    .map(block =>
      block.type === 'element'
        ? { ...block, children: block.children.map(set => formula(set, asset, state)) }
        : block,
    )
}

/**
 * MathML names the picture that stands for it (MathML 3, 2.2.1; EPUB 3.0.1 asked the same of who cannot show MathML);
 * what its size is in ems grows with the reader's letters. Where the publication wants pictures, each is one, with the
 * formula's source for words. Kindle's converter by mail and readers of EPUB 2 know neither MathML nor its picture.
 */
function formula(
  set: ElementContent,
  asset: FormulaAsset | undefined,
  { rendering }: HtmlState,
): ElementContent {
  if (!asset || set.type !== 'element' || set.tagName !== 'math') return set
  const src = rendering.links.image(asset)
  const { width, height, below } = asset.ems
  const aligned = below === 0 ? undefined : ems(-below)
  if (rendering.publication.epub?.formulas === 'pictures') {
    const style = `width: ${ems(width)}${aligned ? `; vertical-align: ${aligned}` : ''}`
    return <img className="formula" src={src} alt={String(set.properties.alttext)} style={style} />
  }
  const picture = {
    altimg: src,
    'altimg-width': ems(width),
    'altimg-height': ems(height),
    'altimg-valign': aligned,
  }
  return { ...set, properties: { ...set.properties, ...picture } }
}

const ems = (length: number) => `${length.toFixed(2)}em`
