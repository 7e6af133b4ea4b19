import { elementsNamed } from '../../pipeline/walk.js'
import type { Rendering } from '../rendering.js'
import type { Accessibility } from './package/book.js'

/** What the metadata says of accessibility: counted in the articles, never asserted. */
export function accessibilityOf({ issue, assets, words }: Rendering): Accessibility {
  const alternatives = issue.articles.flatMap(article => {
    const { cover } = article.meta
    const named = [...elementsNamed(article.tree, 'picture', 'img').map(node => node.properties)]
    return (cover ? [...named, cover] : named)
      .filter(({ src }) => assets.image(article, src))
      .map(({ alt }) => alt.trim())
  })
  const has = (...names: ('equation' | 'math' | 'table')[]) =>
    issue.articles.some(({ tree }) => elementsNamed(tree, ...names).length > 0)
  return {
    images: alternatives.length === 0 ? 'none' : alternatives.includes('') ? 'undescribed' : 'described',
    math: has('math', 'equation') ? 'mathml' : 'none',
    tables: has('table'),
    summary: words.accessibility,
  }
}
