import type { ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { contentsOf, type Part } from '../html/front.js'
import type { Rendering } from '../rendering.js'
import { pageOf } from './page-of.js'

/** An article's headings with their pages, where its front matter asks for them; one alone is no list. */
export const contents: Part = (article, rendering) => {
  if (!article.meta.toc || rendering.issue.articles.length > 1) return []
  const headings = headingsOf(article, rendering)
  if (headings.length < 2) return []
  const id = `tf-contents-${article.key}`
  return [
    <section className="contents" ariaLabelledBy={id}>
      <h2 id={id}>{rendering.words.contents}</h2>
      <ol>
        {headings.map(({ id: target, title, depth }) => (
          <li className={`contents-${depth - 1}`}>{entry(target, title, article, rendering)}</li>
        ))}
      </ol>
    </section>,
  ]
}

/** Second and third headings; a list of the fourth ones would be the article over again. */
const headingsOf = (article: Article, rendering: Rendering) =>
  contentsOf(article, rendering).filter(({ depth }) => depth < 4)

/** A line of contents: words of an article that lead to a place in it, and the page of that. */
export const entry = (
  target: string,
  title: string,
  { meta: { lang, dir } }: Article,
  { issue }: Rendering,
): ElementContent => (
  <a href={`#${target}`}>
    <span
      className="contents-title"
      lang={lang === issue.lang ? undefined : lang}
      dir={dir === issue.dir ? undefined : dir}
    >
      <span>{title}</span>
    </span>
    <span className="leader" />
    {/* It takes no room in a grid, and parts the number from the words where they are read. */ ' '}
    {pageOf(target)}
  </a>
)
