import { elementsNamed } from '../../pipeline/walk.js'
import type { Rendering } from '../rendering.js'
import type { Accessibility } from './package/book.js'

/** What the metadata says of accessibility: counted in the articles; what the publisher asserts is said word for word. */
export function accessibilityOf(rendering: Rendering): Accessibility {
  const { issue, publication } = rendering
  const trees = issue.articles.map(article => article.tree)
  // A formula without children is shown as its source.
  const formulas = trees.flatMap(tree => elementsNamed(tree, 'math', 'equation'))
  const readings = trees.flatMap(tree => elementsNamed(tree, 'rt'))
  const { conformsTo, certifiedBy, credential, report } = publication.epub?.accessibility ?? {}
  const counted = {
    images: imagesIn(rendering),
    math: formulas.some(hasChildren) ? ('mathml' as const) : ('none' as const),
    moving: rendering.assets.images.some(({ type }) => type === 'image/gif'),
  }
  return {
    ...counted,
    tables: trees.some(tree => elementsNamed(tree, 'table').length > 0),
    ruby: readings.length > 0,
    summary: summaryOf({ ...counted, math: formulas.length > 0 && formulas.every(hasChildren) }, rendering),
    ...(conformsTo ? { conformsTo } : {}),
    ...(certifiedBy ? { certifiedBy } : {}),
    ...(credential ? { certifierCredential: credential } : {}),
    ...(report ? { certifierReport: report } : {}),
  }
}

function imagesIn({ issue, assets }: Rendering): Accessibility['images'] {
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

const hasChildren = ({ children }: { readonly children: readonly unknown[] }) => children.length > 0
