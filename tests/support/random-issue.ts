import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Article, ArticleElement, Issue } from '../../pipeline/article.js'
import { articleLink } from '../../pipeline/article-link.js'
import { randomArticle } from './random-tree.js'
import { seeded } from './seeded.js'
import { element, issue } from './tree.js'

/** The article with headings that leave out no level, as an article has them when it was read. */
export function evened(article: Article): Article {
  const copy = structuredClone(article)
  visit(copy.tree as Root, 'element', node => {
    if (node.tagName === 'h3' || node.tagName === 'h4') node.tagName = 'h2'
  })
  return copy
}

/**
 * An issue of two to five random articles in sections, or in none, some of them after a letter, with links from one to
 * another. The same seed gives the same issue.
 */
export function randomCollection(seed: number): Issue {
  const random = seeded(seed * 7919)
  const below = (limit: number) => Math.floor(random() * limit)
  const count = 2 + below(4)
  const titles = ['Essays', 'Tide & <time>', 'المدّ', 'From elsewhere']
  const hasLetter = random() < 0.5
  let section = below(titles.length)
  const articles = Array.from({ length: count }, (_, index): Article => {
    const made = evened(randomArticle(seed * 10 + index))
    const isLetter = hasLetter && index === 0
    if (random() < 0.5) section += 1
    const title = isLetter || random() < 0.2 ? undefined : titles[section % titles.length]
    const authors = random() < 0.8 ? [{ name: `Author ${below(3)}`, role: 'Guest' }] : []
    return {
      ...made,
      key: `a${index + 1}`,
      meta: {
        ...made.meta,
        authors,
        toc: random() < 0.5,
        ...(random() < 0.5 ? { license: 'CC BY 4.0' } : {}),
      },
      ...(title === undefined ? {} : { section: title }),
      ...(isLetter ? { letter: true as const } : {}),
      tree: { ...made.tree, children: [linked(below(count)), ...made.tree.children] },
    }
  })
  const [first, ...more] = articles as [Article, ...Article[]]
  const meta = {
    ...first.meta,
    title: `Issue ${seed}`,
    authors: random() < 0.7 ? [{ name: 'Author 0' }, { name: 'Somebody Else' }] : [],
    standfirst: 'What it is.',
    number: String(seed),
  }
  return { ...issue(first, ...more), meta, title: meta.title, number: meta.number }
}

const linked = (to: number): ArticleElement<'p'> =>
  element('p', {}, ['See ', element('a', { href: articleLink({ key: `a${to + 1}` }) }, ['that']), '.'])
