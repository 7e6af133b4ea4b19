import type { Position } from 'unist'
import type { FrontMatterPlaces } from '../../article.js'
import type { Report } from '../../messages.js'
import { defined } from '../../parse/defined.js'
import type { FrontMatter, FrontMatterDefaults } from '../../parse/front-matter.js'
import { metaOf } from '../../parse/front-matter-meta.js'
import { plainText } from '../../parse/front-matter-values.js'
import { type Block, type Kind, placeOf } from './block.js'
import type { HeadMatter } from './head-matter.js'

const keys: Readonly<Partial<Record<Kind, string>>> = {
  title: 'title',
  standfirst: 'description',
  author: 'authors',
  date: 'date',
  source: 'source',
}

/** What a text says of itself as an article's front matter, with the defaults and checks that front matter has. */
export function frontMatterOfText(
  matter: HeadMatter,
  blocks: readonly Block[],
  defaults: FrontMatterDefaults,
  report: Report,
): { frontMatter: FrontMatter; places: FrontMatterPlaces } {
  const places: Record<string, Position> = Object.create(null)
  for (const block of blocks) {
    const key = keys[block.kind]
    if (key !== undefined) places[key] ??= placeOf(block)
  }
  const values = defined({
    title: text(matter.title),
    description: text(matter.standfirst),
    authors: matter.authors.map(author => ({
      ...author,
      name: plainText(author.name),
      role: text(author.role),
      affiliation: text(author.affiliation),
      bio: text(author.bio),
      disclosure: text(author.disclosure),
    })),
    date: matter.date,
    updated: matter.updated,
    source: matter.source && { ...matter.source, republished: true },
  })
  const frontMatter = metaOf(values, defaults, {}, ([key]) => places[String(key)], report)
  return { frontMatter, places }
}

const text = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : plainText(value) || undefined
