import type { Article, FrontMatterPlaces } from '../../article.js'
import { licenceOf } from '../../licence.js'
import type { Passage } from './passages.js'

/** Text of a key of the front matter. */
type Named = readonly [key: string, text: string | undefined]

/** What an article's front matter has every format say, in whatever place its layout has for it. */
export function saidOfFront({ meta, places, letter }: Article): Passage[] {
  const { title, subtitle, standfirst, authors, corrections = [], source } = meta
  const people = authors.flatMap(({ name, role, affiliation, disclosure }) =>
    // Who signs a letter is known to its readers, and is named below it or by it.
    letter ? [disclosure] : [name, role, affiliation, disclosure],
  )
  const said: readonly Named[] = [
    ['title', title],
    ['subtitle', subtitle],
    ['description', standfirst],
    ...people.map(text => ['authors', text] as const),
    ...corrections.map(({ text }) => ['corrections', text] as const),
    ['source', source?.name],
    ['source', source && licenceOf(meta)?.name],
    ['cover', meta.cover?.caption],
  ]
  return inAnyPlace(said, places)
}

/** What a digest has of the front matter: the title and, where there is one, the standfirst. */
export const saidOfDigest = ({ meta, places }: Article): Passage[] =>
  inAnyPlace(
    [
      ['title', meta.title],
      ['description', meta.standfirst],
    ],
    places,
  )

const inAnyPlace = (said: readonly Named[], places: FrontMatterPlaces | undefined): Passage[] =>
  said.flatMap(([key, text]) => (text ? [{ text, as: 'anywhere', place: places?.[key] }] : []))
