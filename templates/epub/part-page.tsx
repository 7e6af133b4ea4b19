import type { ElementContent } from 'hast'
import type { Section } from '../html/sections.js'
import { type Rendering, titleId } from '../rendering.js'
import { listed } from '../words.js'

/** The page before the articles of a section: its title, and who wrote what in it, which no table of contents says. */
export function partPage({ title, articles }: Section, id: string, rendering: Rendering): ElementContent[] {
  return [
    <section className="part-page" epub:type="part" role="doc-part" ariaLabelledBy={id}>
      <h1 id={id}>{title}</h1>
      <ol>
        {articles.map(article => {
          const { meta } = article
          const names = listed(
            meta.authors.map(({ name }) => name),
            meta.lang,
          )
          const own = meta.lang === rendering.issue.lang ? {} : { lang: meta.lang, dir: meta.dir }
          return (
            <li {...own}>
              <a href={`${rendering.fileOf?.(article) ?? ''}#${titleId(article)}`}>{meta.title}</a>
              {names ? <p className="authors">{names}</p> : undefined}
            </li>
          )
        })}
      </ol>
    </section>,
  ]
}
