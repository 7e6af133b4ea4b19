import type { ElementContent } from 'hast'
import { corrections, issueCorrections } from '../html/corrections.js'
import { type ArticleParts, articleParts, contentsOf, type Part } from '../html/front.js'
import { lead } from '../html/lead.js'
import { withoutRole } from '../html/roles.js'
import { isAlone, type Rendering, titleId } from '../rendering.js'
import { wordsIn } from '../words.js'
import { counter } from './counter.js'
import { downloads } from './downloads.js'
import { colophonOf, type Frame, mastheadOf, skipLink } from './frame.js'
import { backToContents, issueContents, opening } from './issue.js'

/** A part of the page that is the same whatever its articles are. */
export type PagePart = (rendering: Rendering) => ElementContent[]

/** The parts of the page around the articles' text, which a publication can replace one by one. */
export interface WebLayout extends ArticleParts {
  /** The picture that the front matter names. */
  readonly lead: Part
  /** The list of headings, where the front matter asks for one (`toc: true`). */
  readonly contents: Part
  readonly skip: PagePart
  readonly masthead: PagePart
  readonly downloads: PagePart
  /** What was wrong in an issue of several articles as a whole. */
  readonly issueCorrections: PagePart
  readonly footer: PagePart
  /** What is said of an issue of several articles, before them. */
  readonly opening: PagePart
  /** Its articles by section, with their authors. */
  readonly issueContents: PagePart
  /** The end of each of them. */
  readonly back: Part
  /** The publisher's page-view counter of a republished article, and that it counts. In no feed. */
  readonly counter: Part
}

function frameOf({ publication, assets, links }: Rendering): Frame {
  const { logo } = assets
  const mark = logo && { src: links.image(logo), width: logo.shownWidth, height: logo.shownHeight }
  return { publication, words: wordsIn(publication.lang), mark, site: links.site }
}

const skip: PagePart = ({ words }) => [skipLink(words)]

/** The number of an issue of several articles is said with its title. */
const masthead: PagePart = rendering => [
  mastheadOf(frameOf(rendering), isAlone(rendering) ? rendering.issue.number : undefined),
]

const footer: PagePart = rendering => [colophonOf(frameOf(rendering))]

const contents: Part = (article, rendering) => {
  const headings = article.meta.toc ? contentsOf(article, rendering) : []
  if (headings.length < 2) return []
  const id = `${titleId(article)}-contents`
  return [
    <nav className="contents" ariaLabelledBy={id}>
      <h2 id={id}>{rendering.words.contents}</h2>
      <ol>
        {headings
          .filter(({ depth }) => depth === 2)
          .map(heading => (
            <li>
              <a href={`#${heading.id}`}>{heading.title}</a>
            </li>
          ))}
      </ol>
    </nav>,
  ]
}

export const webLayout: WebLayout = {
  ...articleParts,
  corrections: withoutRole(corrections),
  lead: withoutRole(lead),
  contents,
  skip,
  masthead,
  downloads,
  issueCorrections: withoutRole(issueCorrections),
  footer,
  opening,
  issueContents,
  back: backToContents,
  counter,
}
