import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { elementsIn, isNamed } from '../nodes.js'

/** A thing of schema.org, as JSON-LD writes it. */
export type Thing = Readonly<Record<string, unknown>>

const articles =
  /^(?:News|Blog|Analysis|Opinion|Reportage|Review|Scholarly|Medical|Tech|Satirical|Advertiser|BackgroundNews|AskPublicNews)?(?:NewsArticle|Article|BlogPosting|Posting|Report|CreativeWork|LiveBlogPosting|SocialMediaPosting|Review)$/
/** Characters of one block; a site's whole catalogue is not what an article says of itself. */
const longest = 500_000

/** The things that a page's JSON-LD says: those of a `@graph` too, each by itself. */
export function thingsOf(root: Root): Thing[] {
  const things: Thing[] = []
  for (const node of elementsIn(root)) {
    if (!isNamed(node, 'script') || !/ld\+json/i.test(String(node.properties.type ?? ''))) continue
    const text = textOf(node).replace(
      /^\s*(?:\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?|(?:\/\*)?\s*\]\]>\s*(?:\*\/)?\s*$/g,
      '',
    )
    if (text.length > longest) continue
    for (const value of listOf(parsed(text))) {
      if (!isThing(value)) continue
      const graph = listOf(value['@graph']).filter(isThing)
      things.push(...(graph.length > 0 ? graph : [value]))
    }
    if (things.length > 1000) break
  }
  return things.slice(0, 1000)
}

function parsed(text: string): unknown {
  for (const attempt of [text, text.replace(/[\u0000-\u001F]+/g, ' '), text.replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // Line breaks within strings are the usual fault; the next attempt is without them.
    }
  }
  return undefined
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as a list: JSON-LD writes a list of one as the one. */
export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

const typesOf = (thing: Thing) => listOf(thing['@type']).map(type => String(type).replace(/^.*[/#:]/, ''))

/** The thing that is the article: of several the one with a headline and a text or a date. */
export function articleThing(things: readonly Thing[]): Thing | undefined {
  const found = things.filter(thing => typesOf(thing).some(type => articles.test(type)))
  return found.find(thing => thing.headline && (thing.datePublished || thing.articleBody)) ?? found[0]
}

/** The first thing of a type. */
export const thingOf = (things: readonly Thing[], type: string): Thing | undefined =>
  things.find(thing => typesOf(thing).includes(type))

/** What a value stands for: a thing, or what `@id` names among the others. */
export function resolved(value: unknown, things: readonly Thing[]): Thing | undefined {
  if (!isThing(value)) return undefined
  const id = value['@id']
  if (
    typeof id !== 'string' ||
    Object.keys(value).some(key => key !== '@id' && key !== '@type' && key !== 'name')
  )
    return value
  return (
    things.find(thing => thing['@id'] === id && thing !== value && Object.keys(thing).length > 1) ?? value
  )
}

/** A value's words: its own, or those of its name or address. */
export function saidBy(value: unknown, ...keys: readonly string[]): string {
  if (typeof value === 'string' || typeof value === 'number') return decoded(String(value))
  if (Array.isArray(value)) return saidBy(value[0], ...keys)
  if (!isThing(value)) return ''
  for (const key of keys) {
    const said = saidBy(value[key], ...keys)
    if (said !== '') return said
  }
  return ''
}

const references: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#039': "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  '#8217': '’',
  '#8216': '‘',
  '#8211': '–',
  '#8220': '“',
  '#8221': '”',
}

/** Sites escape text for HTML where JSON asks for none. */
const decoded = (text: string) =>
  text.replace(/&(#?\w{2,6});/g, (whole, name: string) => references[name] ?? whole).trim()
