import { defaultCoverTemplate } from '../cover/cover.js'
import type { Part } from '../html/front.js'
import { lead } from '../html/lead.js'
import { longDate } from '../words.js'
import { address, printedAddress } from './address.js'
import { contents } from './contents.js'
import { coverPart } from './cover.js'
import { addresses } from './links.js'
import { homeOf, qrCode } from './qr-code.js'

/** The parts that only a printed page has, or has otherwise. */
export interface PrintParts {
  /** A page before all others, where the publication wants one. It is handed the first article. */
  readonly cover: Part
  /** The line above the title: whose it is, which number, when. */
  readonly masthead: Part
  /** The picture that the front matter names. */
  readonly lead: Part
  /** The headings with their pages, where the front matter asks for them. */
  readonly contents: Part
  /** The addresses that the numbers after links stand for. */
  readonly addresses: Part
  /** Where a republished article is from, its address written out. */
  readonly source: Part
  /** The last lines: who published it, and where it is to be found. */
  readonly colophon: Part
}

const masthead: Part = (article, { publication, issue, words }) => {
  const { date, updated, lang } = article.meta
  const name = [publication.name, issue.number].filter(Boolean).join(' · ')
  const revised = updated && updated.slice(0, 10) !== date?.slice(0, 10) ? updated : undefined
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

const source: Part = ({ meta }, { words }) => {
  const { source: from } = meta
  if (!from) return []
  return [
    <section className="source" ariaLabel={words.source}>
      <p>
        {from.republished ? words.republishedFrom : `${words.source}:`} <strong>{from.name}</strong>
        {from.license ? ` (${from.license})` : ''}.
      </p>
      {from.url ? (
        <p>
          {words.viewOriginal}: <a href={from.url}>{address(from.url)}</a>
        </p>
      ) : undefined}
    </section>,
  ]
}

const colophon: Part = (article, rendering) => {
  const { meta } = article
  const { publication, words } = rendering
  const home = homeOf(article, rendering)
  const imprint = [publication.name, publication.publisher, publication.address]
    .filter(part => part !== undefined)
    // An address often begins with the publisher's name.
    .filter((part, index, all) => !all.slice(index + 1).some(later => later.startsWith(part)))
  const rights = [meta.rights, meta.license, meta.doi && `doi:${meta.doi}`].filter(Boolean)
  return [
    <div className="colophon">
      <p>{imprint.join(' · ')}</p>
      {rights.length > 0 ? <p>{rights.join(' · ')}</p> : undefined}
      {home ? (
        <p>
          <a href={home}>{address(home)}</a>
        </p>
      ) : undefined}
      {home && publication.pdf?.qr ? qrCode(home, `${words.qrCode}: ${printedAddress(home)}`) : undefined}
    </div>,
  ]
}

/** The parts of a printed page by default. */
export const printParts: PrintParts = {
  cover: coverPart(defaultCoverTemplate),
  masthead,
  lead,
  contents,
  addresses,
  source,
  colophon,
}
