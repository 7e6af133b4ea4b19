import { elementsNamed } from '../../pipeline/walk.js'
import { coverOf } from '../cover/choice.js'
import type { Rendering } from '../rendering.js'
import type { Accessibility } from './package/book.js'

/** What the metadata says of accessibility: counted in the articles; what the publisher asserts is said word for word. */
export function accessibilityOf(rendering: Rendering): Accessibility {
  const { issue, publication } = rendering
  const trees = issue.articles.map(article => article.tree)
  const formulas = formulasIn(rendering)
  const readings = trees.flatMap(tree => elementsNamed(tree, 'rt'))
  const { conformsTo, certifiedBy, credential, report } = publication.epub?.accessibility ?? {}
  const counted = {
    images: imagesIn(rendering, formulas),
    math: formulas.some(({ as }) => as === 'mathml') ? ('mathml' as const) : ('none' as const),
    moving: rendering.assets.images.some(({ type }) => type === 'image/gif'),
  }
  return {
    ...counted,
    tables: trees.some(tree => elementsNamed(tree, 'table').length > 0),
    ruby: readings.length > 0,
    summary: summaryOf(
      { ...counted, math: formulas.length > 0 && formulas.every(({ as }) => as === 'mathml') },
      rendering,
    ),
    ...(conformsTo ? { conformsTo } : {}),
    ...(certifiedBy ? { certifiedBy } : {}),
    ...(credential ? { certifierCredential: credential } : {}),
    ...(report ? { certifierReport: report } : {}),
  }
}

/** A formula, and what stands for it: a picture only where the publication asks for it and it could be drawn. */
interface ShownFormula {
  readonly tex: string
  readonly as: 'mathml' | 'picture' | 'source'
}

function formulasIn({ issue, assets, publication }: Rendering): readonly ShownFormula[] {
  const pictures = publication.epub?.formulas === 'pictures'
  return issue.articles
    .flatMap(({ tree }) => elementsNamed(tree, 'math', 'equation'))
    .flatMap(({ tagName, properties: { tex }, children }): ShownFormula[] => {
      // MathML's own `math` bears the same name, and has no source.
      if (tex === undefined) return []
      if (children.length === 0) return [{ tex, as: 'source' }]
      const drawn = pictures && assets.formula(tex, (tagName as string) === 'equation')
      return [{ tex, as: drawn ? 'picture' : 'mathml' }]
    })
}

function imagesIn(rendering: Rendering, formulas: readonly ShownFormula[]): Accessibility['images'] {
  const { issue, assets } = rendering
  const alternatives = issue.articles.flatMap(article => {
    const { cover } = article.meta
    const named = elementsNamed(article.tree, 'picture', 'img').map(node => node.properties)
    // A card's thumbnail repeats what its words say: decoration, which needs no alternative.
    const thumbnails = elementsNamed(article.tree, 'embed').flatMap(({ properties: { image: src, url } }) =>
      src ? [{ src, alt: url }] : [],
    )
    return [...named, ...thumbnails, ...(cover ? [cover] : [])]
      .filter(({ src }) => assets.image(article, src))
      .map(({ alt }) => alt.trim())
  })
  // The cover's page says title and authors.
  if (coverOf(rendering)) alternatives.push(issue.title)
  alternatives.push(...formulas.flatMap(({ tex, as }) => (as === 'picture' ? tex.trim() : [])))
  if (alternatives.length === 0) return 'none'
  return alternatives.includes('') ? 'undescribed' : 'described'
}

/** Sentences on what is so, in the book's language (EPUB Accessibility 1.1, 2.2: to be read by people). */
function summaryOf(
  { images, math, moving }: Pick<Accessibility, 'images' | 'moving'> & { math: boolean },
  rendering: Rendering,
): string {
  const { words } = rendering
  const { described, undescribed, noPictures, formulas, pages, moving: moves } = words.accessible
  return [
    words.accessibility,
    { none: noPictures, described, undescribed }[images],
    ...(math ? [formulas] : []),
    ...(rendering.pageStarts ? [pages] : []),
    ...(moving ? [moves] : []),
  ].join(' ')
}
