import type { ElementContent } from 'hast'
import type { Article, Correction } from '../../pipeline/article.js'
import { correctionsId, correctionsOf, issueCorrectionsOf } from '../corrections.js'
import { isAlone, type Rendering } from '../rendering.js'
import type { Part } from './front.js'
import { time } from './time.js'

/** Under the byline: that the article was corrected and when, with the way to the notices. */
export const corrected: Part = (article, rendering) => {
  const [newest] = correctionsOf(article, rendering)
  if (!newest) return []
  return [<p className="corrected">{correctedLink(article, newest, rendering)}</p>]
}

/** The words of that line as a link. */
export const correctedLink = (
  article: Article,
  { date }: Correction,
  { words }: Rendering,
): ElementContent => (
  <a href={`#${correctionsId(article)}`}>
    {words.corrected} {time(date, article.meta.lang)}
  </a>
)

/** After the text: what was wrong, each with its date. */
export const corrections: Part = (article, rendering) => {
  const { title, lang } = article.meta
  const { corrections: name } = rendering.words
  return section(correctionsOf(article, rendering), rendering, {
    id: correctionsId(article),
    // Those of several articles are landmarks of one page, which their names tell apart.
    name: isAlone(rendering) ? name : `${name}: ${title}`,
    lang,
  })
}

/** The same of an issue of several articles as a whole, for its front. */
export const issueCorrections = (rendering: Rendering): ElementContent[] =>
  section(issueCorrectionsOf(rendering), rendering, {
    id: 'tf-corrections',
    name: rendering.words.corrections,
    lang: rendering.issue.lang,
  })

const section = (
  notices: readonly Correction[],
  { words }: Rendering,
  { id, name, lang }: { readonly id: string; readonly name: string; readonly lang: string },
): ElementContent[] =>
  notices.length === 0
    ? []
    : [
        <section className="corrections" id={id} role="doc-errata" ariaLabel={name}>
          {notices.map(({ date, text }) => (
            <p>
              <strong>
                {words.correctionOf} {time(date, lang)}:
              </strong>{' '}
              {text}
            </p>
          ))}
        </section>,
      ]
