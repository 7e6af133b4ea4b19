import type { ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { contentsOf, type Part, titleId } from '../html/front.js'
import type { Rendering } from '../rendering.js'
import { pageOf } from './page-of.js'

/** An entry of a list of contents. */
interface Entry {
  readonly id: string
  readonly title: string
  readonly level: 1 | 2
  readonly article: Article
}

/** An article's headings with their pages, where its front matter asks for them; one alone is no list. */
export const contents: Part = (article, rendering) => {
  if (!article.meta.toc || rendering.issue.articles.length > 1) return []
  const entries = headingsOf(article, rendering)
  return entries.length < 2 ? [] : [list(entries, `tf-contents-${article.key}`, rendering)]
}

/** The articles of an issue of several with their pages, and the headings of those whose front matter asks for them. */
export function issueContents(rendering: Rendering): ElementContent[] {
  const { articles } = rendering.issue
  if (articles.length < 2) return []
  const entries = articles.flatMap((article): Entry[] => [
    { id: titleId(article), title: article.meta.title, level: 1, article },
    ...(article.meta.toc
      ? headingsOf(article, rendering)
          .filter(({ level }) => level === 1)
          .map((entry): Entry => ({ ...entry, level: 2 }))
      : []),
  ])
  // It comes before the first title, and no heading may be of a lower rank than what follows it (Matterhorn 14-002).
  return [list(entries, 'tf-contents', rendering, 'h1')]
}

/** Second and third headings; a list of the fourth ones would be the article over again. */
const headingsOf = (article: Article, rendering: Rendering): Entry[] =>
  contentsOf(article, rendering)
    .filter(({ depth }) => depth < 4)
    .map(({ id, title, depth }) => ({ id, title, level: depth === 2 ? 1 : 2, article }))

const list = (
  entries: readonly Entry[],
  id: string,
  { words, issue }: Rendering,
  Heading: 'h1' | 'h2' = 'h2',
): ElementContent => (
  <section className="contents" ariaLabelledBy={id}>
    <Heading id={id}>{words.contents}</Heading>
    <ol>
      {entries.map(entry => {
        const { lang, dir } = entry.article.meta
        return (
          <li className={`contents-${entry.level}`}>
            <a href={`#${entry.id}`}>
              <span
                className="contents-title"
                lang={lang === issue.lang ? undefined : lang}
                dir={dir === issue.dir ? undefined : dir}
              >
                <span>{entry.title}</span>
              </span>
              <span className="leader" />
              {pageOf(entry.id)}
            </a>
          </li>
        )
      })}
    </ol>
  </section>
)
