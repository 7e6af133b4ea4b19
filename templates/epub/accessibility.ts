import { elementsNamed } from '../../pipeline/walk.js'
import type { Rendering } from '../rendering.js'
import type { Accessibility } from './package/book.js'

/** What the metadata says of accessibility: counted in the articles, never asserted. */
export function accessibilityOf({ issue, assets, words }: Rendering): Accessibility {
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
  const trees = issue.articles.map(article => article.tree)
  // A formula without children is shown as its source.
  const formulas = trees.flatMap(tree => elementsNamed(tree, 'math', 'equation')).filter(hasChildren)
  return {
    images: alternatives.length === 0 ? 'none' : alternatives.includes('') ? 'undescribed' : 'described',
    math: formulas.length > 0 ? 'mathml' : 'none',
    tables: trees.some(tree => elementsNamed(tree, 'table').length > 0),
    summary: words.accessibility,
  }
}

const hasChildren = ({ children }: { readonly children: readonly unknown[] }) => children.length > 0
