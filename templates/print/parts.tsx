import type { ElementContent } from 'hast'
import { licenceOf } from '../../pipeline/licence.js'
import { correctionsId, correctionsOf, updateOf } from '../corrections.js'
import { defaultCoverTemplate } from '../cover/cover.js'
import { correctedLink, issueCorrections } from '../html/corrections.js'
import type { Part } from '../html/front.js'
import { lead } from '../html/lead.js'
import { signature } from '../html/letter.js'
import type { Rendering } from '../rendering.js'
import { longDate } from '../words.js'
import { address } from './address.js'
import { colophon } from './colophon.js'
import { contents } from './contents.js'
import { coverPart } from './cover.js'
import { issueContents } from './issue-contents.js'
import { addresses, reference } from './links.js'
import { openingLine } from './opening.js'

/** The parts that only a printed page has, or has otherwise. */
export interface PrintParts {
  /** A page before all others, where the publication wants one. It is handed the first article. */
  readonly cover: Part
  /** The pages before the articles of an issue of several, with their titles. It is handed the first article. */
  readonly issueContents: Part
  /** The line above the title: whose it is, which number, when; among several articles the section and the issue. */
  readonly masthead: Part
  /** The line that tells of corrections, with their page. */
  readonly corrected: Part
  /** What was wrong in an issue of several articles as a whole, before its contents. */
  readonly issueCorrections: (rendering: Rendering) => ElementContent[]
  /** The picture that the front matter names. */
  readonly lead: Part
  /** The headings with their pages, where the front matter asks for them. */
  readonly contents: Part
  /** The names below a letter, where its writer did not sign it. */
  readonly signature: Part
  /** The addresses that the numbers after links stand for. */
  readonly addresses: Part
  /** Where a republished article is from, its address written out. */
  readonly source: Part
  /** The last lines: who published it, and where it is to be found; among several articles the last one's alone. */
  readonly colophon: Part
}

const masthead: Part = (article, rendering) => {
  const { publication, issue, words } = rendering
  if (issue.articles.length > 1) return openingLine(article, rendering)
  const { lang } = article.meta
  const dated = article.meta.date ? article.meta : issue.meta
  const { date } = dated
  const name = [publication.name, issue.number].filter(Boolean).join(' · ')
  const revised = updateOf(dated)
  return [
    <div className="masthead">
      <p className="publication">{name}</p>
      {date || revised ? (
        <p className="date">
          {date ? <time dateTime={date}>{longDate(date, lang)}</time> : undefined}
          {revised
            ? [
                date ? ' · ' : '',
                `${words.updated} `,
                <time dateTime={revised}>{longDate(revised, lang)}</time>,
              ]
            : undefined}
        </p>
      ) : undefined}
    </div>,
  ]
}

const corrected: Part = (article, rendering) => {
  const [newest] = correctionsOf(article, rendering)
  if (!newest) return []
  const tellsPage = rendering.publication.pdf?.pageReferences !== false
  return [
    <p className="corrected">
      {correctedLink(article, newest, rendering)}
      {tellsPage ? reference(correctionsId(article), rendering) : undefined}
    </p>,
  ]
}

const source: Part = (article, { words, assets, links }) => {
  const { meta } = article
  const licence = licenceOf(meta)
  const { source: from } = meta
  if (!from) return []
  const mark = from.logo === undefined ? undefined : assets.image(article, from.logo, 'mark')
  return [
    <section className="source" ariaLabel={words.source}>
      {mark ? (
        <p className="mark">
          <img src={links.image(mark)} alt="" width={mark.shownWidth} height={mark.shownHeight} />
        </p>
      ) : undefined}
      <p>
        {from.republished ? words.republishedFrom : `${words.source}:`} <strong>{from.name}</strong>
        {licence ? ` (${licence.name})` : ''}.
      </p>
      {from.url ? (
        <p>
          {words.viewOriginal}: <a href={from.url}>{address(from.url)}</a>
        </p>
      ) : undefined}
      {licence?.url ? (
        <p>
          {words.licence}: <a href={licence.url}>{address(licence.url)}</a>
        </p>
      ) : undefined}
    </section>,
  ]
}

/** The parts of a printed page by default. */
export const printParts: PrintParts = {
  cover: coverPart(defaultCoverTemplate),
  issueContents,
  masthead,
  corrected,
  issueCorrections,
  lead,
  contents,
  signature,
  addresses,
  source,
  colophon,
}
