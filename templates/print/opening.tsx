import type { ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import type { Part } from '../html/front.js'
import { placeInSection } from '../html/sections.js'
import type { Rendering } from '../rendering.js'
import { issueName } from './issue-name.js'

/**
 * The line above the title of an article among several: the section that it stands in, and the issue. A section's name is
 * a heading where the section begins.
 */
export const openingLine: Part = (article, rendering) => {
  const { issue } = rendering
  const section = placeInSection(article, issue)
  const own = inIssuesLanguage(article, rendering)
  const name = issueName(rendering)
  const first: ElementContent =
    section === undefined ? (
      <p className="publication" {...own}>
        {name}
      </p>
    ) : section.isFirst ? (
      <h1 className="section" {...own}>
        {section.title}
      </h1>
    ) : (
      <p className="section" {...own}>
        {section.title}
      </p>
    )
  return [
    <div className="masthead">
      {first}
      <p className="issue" {...own}>
        {section === undefined ? issue.title : `${name} · ${issue.title}`}
      </p>
    </div>,
  ]
}

/** What says that words of the issue stand in an article that is in another language. */
export const inIssuesLanguage = ({ meta }: Article, { issue }: Rendering) => ({
  lang: meta.lang === issue.lang ? undefined : issue.lang,
  dir: meta.dir === issue.dir ? undefined : issue.dir,
})

/** When an article first appeared, where that is not when the issue did. */
export const isDatedOtherwise = ({ meta }: Article, { issue }: Rendering): boolean =>
  issue.articles.length > 1 &&
  (meta.date?.slice(0, 10) !== issue.meta.date?.slice(0, 10) || meta.updated !== undefined)
