import type { ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { licenceOf } from '../../pipeline/licence.js'
import { wordsOf } from '../../pipeline/walk.js'
import { updateOf } from '../corrections.js'
import { idIn, type Rendering, titleId } from '../rendering.js'
import { listed } from '../words.js'
import { corrected, corrections } from './corrections.js'
import { said } from './said.js'
import { time } from './time.js'

/** A part of an article's layout: what it makes of an article, or nothing. */
export type Part = (article: Article, rendering: Rendering) => ElementContent[]

/** The parts around an article's text, which a publication can replace one by one. */
export interface ArticleParts {
  readonly title: Part
  readonly standfirst: Part
  readonly byline: Part
  readonly date: Part
  /** The publisher that a republished article is taken from. */
  readonly origin: Part
  /** The line that tells of corrections and leads to the id that `corrections` has. */
  readonly corrected: Part
  readonly corrections: Part
  readonly disclosure: Part
  readonly source: Part
}

const title: Part = (article, rendering) => [
  <h1 id={titleId(article)}>{article.meta.title}</h1>,
  ...(article.meta.subtitle
    ? [
        <p
          className="subtitle"
          lang={rendering.issue.lang === article.meta.lang ? undefined : article.meta.lang}
        >
          {article.meta.subtitle}
        </p>,
      ]
    : []),
]

const standfirst: Part = ({ meta }) =>
  meta.standfirst ? [<p className="standfirst">{meta.standfirst}</p>] : []

/** Names first, then who they are. */
const byline: Part = (article, { words, assets, links }) => {
  const { meta } = article
  if (meta.authors.length === 0) return []
  // Formats that show none have none prepared.
  const faces = meta.authors.flatMap(({ portrait }) => {
    const face = portrait === undefined ? undefined : assets.image(article, portrait, 'portrait')
    return face ? [face] : []
  })
  const names = listed(
    meta.authors.map(author => author.name),
    meta.lang,
  )
  const standing = meta.authors.flatMap(author => {
    const text = [author.role, author.affiliation].filter(Boolean).join(', ')
    return text ? [meta.authors.length > 1 ? `${author.name}: ${text}` : text] : []
  })
  return [
    ...(faces.length > 0
      ? [
          <p className="portraits">
            {faces.map(face => (
              <img src={links.image(face)} alt="" width={face.shownWidth} height={face.shownHeight} />
            ))}
          </p>,
        ]
      : []),
    <p className="byline">
      {said(words.by, words, meta.lang)} <strong>{names}</strong>
    </p>,
    ...standing.map(text => <p className="affiliation">{text}</p>),
  ]
}

const date: Part = ({ meta }, { words }) => {
  if (!meta.date) return []
  const updated = updateOf(meta)
  return [
    <p className="date">
      {time(meta.date, meta.lang)}
      {updated ? [' · ', said(words.updated, words, meta.lang), ' ', time(updated, meta.lang)] : undefined}
    </p>,
  ]
}

const origin: Part = ({ meta: { source: from, lang } }, { words }) => {
  if (!from?.republished) return []
  return [
    <p className="origin">
      {said(words.republishedFrom, words, lang)} {from.url ? <a href={from.url}>{from.name}</a> : from.name}
    </p>,
  ]
}

const disclosure: Part = ({ meta, key }, rendering) => {
  const disclosures = meta.authors.flatMap(author => author.disclosure ?? [])
  if (disclosures.length === 0) return []
  const id = idOf('disclosure', key)
  return [
    <section className="disclosure" ariaLabelledBy={id}>
      <h2 id={id}>{said(rendering.words.disclosure, rendering.words, meta.lang)}</h2>
      {disclosures.map(text => (
        <p>{text}</p>
      ))}
    </section>,
  ]
}

/** Where a republished article is from, under which licence, and the way to the original. */
const source: Part = (article, { words, assets, links }) => {
  const { source: from } = article.meta
  if (!from) return []
  const mark = from.logo === undefined ? undefined : assets.image(article, from.logo, 'mark')
  const name = from.url ? <a href={from.url}>{from.name}</a> : from.name
  const licence = licenceOf(article.meta)
  return [
    <section className="source" ariaLabel={words.source}>
      {mark ? (
        <p>
          <img src={links.image(mark)} alt="" width={mark.shownWidth} height={mark.shownHeight} />
        </p>
      ) : undefined}
      <p>
        {said(from.republished ? words.republishedFrom : `${words.source}:`, words, article.meta.lang)} {name}
        {licence
          ? [
              ' (',
              licence.url ? (
                <a href={licence.url} rel="license">
                  {licence.name}
                </a>
              ) : (
                licence.name
              ),
              ')',
            ]
          : undefined}
        .
        {from.url
          ? [' ', <a href={from.url}>{said(words.viewOriginal, words, article.meta.lang)}</a>, '.']
          : undefined}
      </p>
    </section>,
  ]
}

/** An id that a template owns; an article's own ids never begin so. */
const idOf = (name: string, key: string) => `tf-${name}-${key}`

/** The layout's parts as the HTML formats have them by default. */
export const articleParts: ArticleParts = {
  title,
  standfirst,
  byline,
  date,
  origin,
  corrected,
  corrections,
  disclosure,
  source,
}

/** An article's headings, for a contents list. */
export function contentsOf(
  article: Article,
  rendering: Rendering,
): { id: string; title: string; depth: number }[] {
  return article.tree.children.flatMap(node => {
    const depth = /^h([2-4])$/.exec(node.tagName)?.[1]
    return depth && node.properties.id
      ? [{ id: idIn(rendering, article, node.properties.id), title: wordsOf(node), depth: Number(depth) }]
      : []
  })
}
