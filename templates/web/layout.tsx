import type { ElementContent } from 'hast'
import { corrections, issueCorrections } from '../html/corrections.js'
import { type ArticleParts, articleParts, contentsOf, type Part } from '../html/front.js'
import { lead } from '../html/lead.js'
import { withoutRole } from '../html/roles.js'
import { type Rendering, titleId } from '../rendering.js'

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
}

/** The id of what the page is about: where the skip link leads. */
export const mainId = 'tf-main'

const skip: PagePart = ({ words }) => [
  <a className="skip" href={`#${mainId}`}>
    {words.startOfText}
  </a>,
]

/** The mark and the name; a mark so wide is the name. */
function nameplate({ publication: { name, logo }, assets, links }: Rendering): (ElementContent | string)[] {
  const asset = assets.logo
  if (!asset) return [name]
  const { shownWidth: width, shownHeight: height } = asset
  const isWord = width > 2 * height
  const alt = logo?.alt ?? (isWord ? name : '')
  const mark = <img src={links.image(asset)} alt={alt} width={width} height={height} />
  return isWord ? [mark] : [mark, name]
}

const masthead: PagePart = rendering => [
  <header className="masthead" lang={rendering.publication.lang}>
    <p>
      {rendering.publication.url ? (
        <a href={rendering.publication.url}>{nameplate(rendering)}</a>
      ) : (
        nameplate(rendering)
      )}
      {rendering.issue.number ? ` ${rendering.issue.number}` : undefined}
    </p>
  </header>,
]

const downloads: PagePart = ({ links }) => {
  const editions = [
    { name: 'PDF', href: links.pdf, type: 'application/pdf' },
    { name: 'EPUB', href: links.epub, type: 'application/epub+zip' },
  ].filter(({ href }) => href)
  if (editions.length === 0) return []
  return [
    <ul className="downloads">
      {editions.map(({ name, href, type }) => (
        <li>
          <a href={href} type={type} download>
            {name}
          </a>
        </li>
      ))}
    </ul>,
  ]
}

const footer: PagePart = ({ publication }) => {
  const { name, description, publisher, address } = publication
  // Most postal addresses begin with the publisher's name.
  const maker = publisher && !address?.startsWith(publisher) ? publisher : undefined
  return [
    <footer className="colophon" lang={publication.lang}>
      <p>
        <strong>{name}</strong>
        {description ? ` · ${description}` : undefined}
      </p>
      {maker ? <p>{maker}</p> : undefined}
      {address ? <p>{address}</p> : undefined}
    </footer>,
  ]
}

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
}
