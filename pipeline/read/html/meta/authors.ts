import type { Element, Root } from 'hast'
import { attributeOf, elementsIn, firstIn, isNamed, namesOf, wordsOf } from '../nodes.js'
import { listOf, resolved, saidBy, type Thing } from './json-ld.js'
import type { HeadTags } from './meta-tags.js'
import { isAddress } from './sound.js'

/** An author as a page names one: keys of the front matter's `authors`. */
export interface PageAuthor {
  readonly name: string
  readonly role?: string
  readonly affiliation?: string
  readonly disclosure?: string
  readonly url?: string
  readonly orcid?: string
}

/** The authors by the first source that names any: citation_author, JSON-LD, `meta`, the byline's own markup. */
export function authorsOf(
  root: Root,
  article: Thing | undefined,
  things: readonly Thing[],
  tags: HeadTags,
): PageAuthor[] {
  const sources = [
    () => cited(root),
    () => listOf(article?.author).flatMap(value => fromThing(value, things)),
    () =>
      tags
        .all(
          'dc.creator',
          'dcterms.creator',
          'parsely-author',
          'author',
          'article:author',
          'byl',
          'sailthru.author',
        )
        .flatMap(namesIn),
    () => marked(root),
  ]
  for (const source of sources) {
    const found = source().filter(({ name }) => isName(name))
    if (found.length > 0)
      return found
        .filter((author, index) => found.findIndex(({ name }) => name === author.name) === index)
        .slice(0, 20)
  }
  return []
}

/** Highwire's tags: what stands between one author and the next is that author's. */
function cited(root: Root): PageAuthor[] {
  const authors: { name: string; affiliations: string[]; orcid: string }[] = []
  for (const node of elementsIn(root)) {
    if (!isNamed(node, 'meta')) continue
    const content = attributeOf(node, 'content')
    const key = attributeOf(node, 'name').toLowerCase()
    const last = authors.at(-1)
    if (key === 'citation_author') authors.push({ name: inOrder(content), affiliations: [], orcid: '' })
    else if (key === 'citation_author_institution' && last) last.affiliations.push(content)
    else if (key === 'citation_author_orcid' && last) last.orcid = content
  }
  return authors.map(({ name, affiliations, orcid }) => ({
    name,
    ...(affiliations.length > 0 ? { affiliation: affiliations.join('; ') } : {}),
    ...(/\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/i.test(orcid) ? { orcid: orcid.slice(-19) } : {}),
  }))
}

/** Highwire allows `Tarrant, Ishbel`. */
const inOrder = (name: string) => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1').trim()

function fromThing(value: unknown, things: readonly Thing[]): PageAuthor[] {
  if (typeof value === 'string') return namesIn(value)
  const thing = resolved(value, things)
  const name = saidBy(thing, 'name')
  if (!thing || name === '') return []
  const role = saidBy(thing.jobTitle, 'name')
  const affiliation = saidBy(thing.affiliation, 'name') || saidBy(thing.worksFor, 'name')
  const url = saidBy(thing.url)
  return [
    {
      name,
      ...(role ? { role } : {}),
      ...(affiliation ? { affiliation } : {}),
      ...(isAddress(url) ? { url } : {}),
    },
  ]
}

/** `By Ishbel Tarrant and Hester Quayle`, as names. */
export function namesIn(text: string): PageAuthor[] {
  const line = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:by|von|par|por|di|door|av|بقلم|作者|文)(?:\s+|\s*[:：])\s*/i, '')
  if (/^https?:/.test(line)) return []
  return line
    .split(/\s*(?:;|,\s*and\s|\sand\s|\s&\s|\sund\s|\sy\s|\set\s|、|，)\s*|,\s+(?!(?:Jr|Sr|PhD|MD|III?)\b)/)
    .map(name => name.trim())
    .filter(name => name !== '')
    .map(name => ({ name }))
}

const bylines =
  / (?:byline|author|author-name|byline-name|entry-author|p-author|post-author|article-author|vcard|byline__name|c-byline|fn) /

/** The first byline of the text: `rel=author`, `itemprop=author`, a class of that name. */
function marked(root: Root): PageAuthor[] {
  const nodes = [...elementsIn(root)]
  const outside = (node: Element) => isNamed(node, 'article', 'main', 'body', 'html', 'section')
  const by = (test: (node: Element) => boolean) =>
    nodes.filter(node => !outside(node) && test(node) && wordsOf(node).length < 120)
  const found =
    [
      by(node => attributeOf(node, 'itemProp') === 'author'),
      by(node => isNamed(node, 'a') && /\bauthor\b/.test(attributeOf(node, 'rel'))),
      by(node => bylines.test(namesOf(node))).slice(0, 1),
    ].find(list => list.length > 0) ?? []
  return found.flatMap(node => {
    const name = firstIn(
      node,
      at => attributeOf(at, 'itemProp') === 'name' || / (?:fn|p-name|author-name) /.test(namesOf(at)),
    )
    return namesIn(wordsOf(name ?? node))
  })
}

/** Whether a text can be a name: no address, no date, no role, of a name's length. */
export const isName = (text: string): boolean =>
  text.length > 1 &&
  text.length < 80 &&
  /\p{L}/u.test(text) &&
  !/https?:|@|\d{4}|^(?:admin|administrator|editor|staff|guest|unknown|author|anonymous|webmaster|wordpress)$|\bmin(?:ute)?s?\b|\bread\b|[<>{}|]/i.test(
    text,
  )
